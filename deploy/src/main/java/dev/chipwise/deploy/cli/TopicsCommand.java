package dev.chipwise.deploy.cli;

import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.Layout;
import dev.chipwise.schemas.kafka.TopicPlan;
import dev.chipwise.snapshotter.report.Table;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plans, applies and verifies the topics of a cluster. */
@Command(name = "topics", description = "Plan, create or verify the topics of a cluster.")
final class TopicsCommand {

    private final Session session;

    TopicsCommand(Session session) {
        this.session = session;
    }

    @Command(description = "Show what 'apply' would do; change nothing.")
    int plan(
            @Option(names = "--partitions", description = "Partitions of every topic.")
                    Integer partitions) {
        session.print(
                table(
                        withTopics(
                                partitions,
                                (admin, layout) ->
                                        admin.topics().plan(session.allTopics(), layout))));
        return ExitCode.OK;
    }

    @Command(description = "Create missing topics and mend differing settings.")
    int apply(
            @Option(names = "--partitions", description = "Partitions of every topic, for life.")
                    Integer partitions) {
        session.print(
                table(
                        withTopics(
                                partitions,
                                (admin, layout) ->
                                        admin.topics().apply(session.allTopics(), layout))));
        return ExitCode.OK;
    }

    @Command(description = "Exit with 1 unless every topic is as it should be.")
    int verify(
            @Option(names = "--partitions", description = "Partitions of every topic.")
                    Integer partitions) {
        var plan =
                withTopics(
                        partitions,
                        (admin, layout) -> admin.topics().plan(session.allTopics(), layout));
        session.print(table(plan));
        boolean ok = plan.stream().allMatch(topic -> topic.status() == TopicPlan.Status.OK);
        return ok ? ExitCode.OK : ExitCode.SOFTWARE_ERROR;
    }

    private List<TopicPlan> withTopics(
            Integer partitions, BiFunction<ClusterAdmin, Layout, List<TopicPlan>> question) {
        try (var admin = session.admin()) {
            return question.apply(admin, session.layout(partitions));
        }
    }

    private static Table table(List<TopicPlan> plan) {
        var table = Table.of("topic", "status", "partitions", "cleanup", "differences");
        for (var topic : plan) {
            var differences =
                    topic.differences().entrySet().stream()
                            .map(
                                    entry ->
                                            entry.getKey()
                                                    + ": want "
                                                    + entry.getValue().wanted()
                                                    + ", is "
                                                    + entry.getValue().actual())
                            .collect(Collectors.joining("; "));
            table.row(
                    topic.topic().fullName(),
                    topic.status().name().toLowerCase(java.util.Locale.ROOT),
                    topic.partitions(),
                    topic.topic().configs().get("cleanup.policy"),
                    differences);
        }
        return table.build();
    }
}
