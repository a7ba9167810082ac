package dev.chipwise.deploy.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * A process that is one of three brokers, each of them a controller too, or one alone. It says when
 * it serves, and stops in order when standard input ends.
 */
public final class ClusterNode {

    /** What a node says when it serves. */
    public static final String SERVES = "this node serves";

    private static final String CLUSTER_ID = "5L6g3nShT-eMCtK--X86sw";

    private ClusterNode() {}

    /**
     * Where a node listens, and by which addresses others find it.
     *
     * @param voters the controllers as this node reaches them, as in {@code id@host:port,...}
     */
    public record Place(
            int id, int port, int controllerPort, int door, int controllerDoor, String voters) {

        private static String at(String listener, int port) {
            return listener + "://" + BrokerPorts.HOST + ":" + port;
        }

        boolean isOneOfSeveral() {
            return voters.contains(",");
        }

        String listeners() {
            return at("PLAINTEXT", port) + "," + at("CONTROLLER", controllerPort);
        }

        String advertised() {
            return at("PLAINTEXT", door) + "," + at("CONTROLLER", controllerDoor);
        }
    }

    /** Writes down how the node of this directory is set up; returns the file. */
    public static Path settle(Path directory, Place place) throws IOException {
        var settings =
                BrokerSettings.of(
                        directory.resolve("records"),
                        new BrokerPorts(place.port, place.controllerPort));
        settings.setProperty("node.id", Integer.toString(place.id));
        settings.setProperty("listeners", place.listeners());
        settings.setProperty("advertised.listeners", place.advertised());
        settings.setProperty("controller.quorum.voters", place.voters);
        if (place.isOneOfSeveral()) {
            settings.setProperty("offsets.topic.replication.factor", "3");
            settings.setProperty("transaction.state.log.replication.factor", "3");
            settings.setProperty("transaction.state.log.min.isr", "2");
        }
        // Three brokers and all stages share the processors with the tests.
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        Files.createDirectories(directory);
        var file = directory.resolve("node.properties");
        BrokerDirectory.write(settings, file);
        return file;
    }

    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        var settings = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        }
        var format =
                new String[] {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", "" + file};
        if (StorageTool.execute(format, System.err) != 0) {
            System.exit(1);
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        System.out.println(SERVES);
        while (System.in.read() >= 0) {
            // Whatever is said means: go on.
        }
        server.shutdown();
        server.awaitShutdown();
        System.exit(0);
    }
}
