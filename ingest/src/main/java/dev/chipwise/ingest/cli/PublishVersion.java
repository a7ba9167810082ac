package dev.chipwise.ingest.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Versions of the publisher and of what it is made with, as the build wrote them down. */
final class PublishVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var build = new Properties();
        try (var stream = PublishVersion.class.getResourceAsStream("publish.properties")) {
            build.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "publish.properties is missing from the jar; build it again", e);
        }
        return new String[] {
            "chipwise-publish " + build.getProperty("version"),
            "kafka "
                    + build.getProperty("kafka")
                    + ", avro "
                    + build.getProperty("avro")
                    + ", java "
                    + Runtime.version()
        };
    }
}
