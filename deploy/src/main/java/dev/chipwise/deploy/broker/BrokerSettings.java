package dev.chipwise.deploy.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** How the one broker is set up. What is not here is Kafka's default. */
final class BrokerSettings {

    private static final Map<String, String> FIXED =
            Map.ofEntries(
                    Map.entry("process.roles", "broker,controller"),
                    Map.entry("node.id", "1"),
                    Map.entry("controller.listener.names", "CONTROLLER"),
                    Map.entry(
                            "listener.security.protocol.map",
                            "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                    // One node holds every replica there is.
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    Map.entry("offsets.topic.num.partitions", "4"),
                    Map.entry("transaction.state.log.num.partitions", "4"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    // Topics are declared, never guessed.
                    Map.entry("auto.create.topics.enable", "false"),
                    // After a kill the controller waits this long before it lets the same broker in
                    // again; the default makes that 9 s.
                    Map.entry("broker.session.timeout.ms", "1500"),
                    Map.entry("broker.heartbeat.interval.ms", "300"),
                    // A machine that was off for a month continues where its groups stopped.
                    Map.entry("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE)),
                    // The default of 128 MB is for thousands of partitions.
                    Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20)));

    private BrokerSettings() {}

    static Properties of(Path records, BrokerPorts ports) {
        var client = "PLAINTEXT://" + ports.address();
        var controller = BrokerPorts.HOST + ":" + ports.controller();
        var settings = new Properties();
        settings.putAll(FIXED);
        settings.setProperty("listeners", client + ",CONTROLLER://" + controller);
        settings.setProperty("advertised.listeners", client);
        settings.setProperty("controller.quorum.voters", "1@" + controller);
        settings.setProperty("log.dirs", records.toString());
        return settings;
    }
}
