package dev.chipwise.schemas.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Brings a cluster's topics to what they should be. The admin client belongs to the caller. */
public final class TopicAdmin {

    private final Admin admin;

    public TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /**
     * What is missing or different; changes nothing.
     *
     * @throws ClusterUnreachable when nobody answers, here and below
     */
    public List<TopicPlan> plan(Collection<? extends Topic<?, ?>> topics, Layout layout) {
        var plans = new ArrayList<TopicPlan>();
        var descriptions = describe(topics);
        var configs = configs(descriptions.keySet());
        for (var topic : topics) {
            var name = topic.fullName();
            plans.add(TopicPlan.compare(topic, descriptions.get(name), configs.get(name), layout));
        }
        return plans;
    }

    /**
     * Creates what is missing and changes what is different; returns the plan that it carried out.
     * A created topic can be written to at once.
     *
     * @throws IllegalStateException when a topic has another partition count, before anything is
     *     changed
     */
    public List<TopicPlan> apply(Collection<? extends Topic<?, ?>> topics, Layout layout) {
        var plans = plan(topics, layout);
        refuse(plans.stream().filter(plan -> plan.status() == TopicPlan.Status.UNFIT).toList());
        var missing = with(TopicPlan.Status.MISSING, plans);
        create(missing, layout);
        new FirstWrite(admin)
                .await(missing.stream().map(Topic::fullName).toList(), layout.partitions());
        plans.stream()
                .filter(plan -> plan.status() == TopicPlan.Status.DIFFERENT)
                .forEach(this::change);
        return plans;
    }

    /**
     * Returns when every topic is as it should be.
     *
     * @throws IllegalStateException that says what is not, and what to do
     */
    public void verify(Collection<? extends Topic<?, ?>> topics, Layout layout) {
        refuse(
                plan(topics, layout).stream()
                        .filter(plan -> plan.status() != TopicPlan.Status.OK)
                        .toList());
    }

    private static void refuse(List<TopicPlan> wrong) {
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    wrong.stream()
                            .map(TopicPlan::advice)
                            .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static List<? extends Topic<?, ?>> with(
            TopicPlan.Status status, List<TopicPlan> plans) {
        return plans.stream()
                .filter(plan -> plan.status() == status)
                .map(TopicPlan::topic)
                .toList();
    }

    private void create(List<? extends Topic<?, ?>> topics, Layout layout) {
        var wanted = topics.stream().map(topic -> newTopic(topic, layout)).toList();
        for (var creation : admin.createTopics(wanted).values().values()) {
            try {
                Answers.of(creation);
            } catch (TopicExistsException e) {
                // Another process was quicker, which is as good.
            }
        }
    }

    private static NewTopic newTopic(Topic<?, ?> topic, Layout layout) {
        var replicas = (short) layout.replicationFactor();
        return new NewTopic(topic.fullName(), layout.partitions(), replicas)
                .configs(topic.configs(layout));
    }

    private void change(TopicPlan plan) {
        var changes = new ArrayList<AlterConfigOp>();
        plan.differences()
                .forEach(
                        (name, difference) ->
                                changes.add(
                                        new AlterConfigOp(
                                                new ConfigEntry(name, difference.wanted()),
                                                AlterConfigOp.OpType.SET)));
        Answers.of(
                admin.incrementalAlterConfigs(Map.of(resource(plan.topic().fullName()), changes))
                        .all());
    }

    private Map<String, TopicDescription> describe(Collection<? extends Topic<?, ?>> topics) {
        var names = topics.stream().map(Topic::fullName).toList();
        var found = new TreeMap<String, TopicDescription>();
        admin.describeTopics(names)
                .topicNameValues()
                .forEach(
                        (name, future) -> {
                            try {
                                found.put(name, Answers.of(future));
                            } catch (UnknownTopicOrPartitionException e) {
                                // Not there: the plan will say so.
                            }
                        });
        return found;
    }

    private Map<String, Config> configs(Collection<String> names) {
        var byName = new HashMap<String, Config>();
        Answers.of(admin.describeConfigs(names.stream().map(TopicAdmin::resource).toList()).all())
                .forEach((resource, config) -> byName.put(resource.name(), config));
        return byName;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
