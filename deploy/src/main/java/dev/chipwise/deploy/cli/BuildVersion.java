package dev.chipwise.deploy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Versions of the program and of what it is made with, as the build wrote them down. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var build = new Properties();
        try (var stream = BuildVersion.class.getResourceAsStream("build.properties")) {
            build.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "build.properties is missing from the jar; build it again", e);
        }
        return new String[] {
            "chipwise " + build.getProperty("version"),
            "kafka "
                    + build.getProperty("kafka")
                    + ", avro "
                    + build.getProperty("avro")
                    + ", duckdb "
                    + build.getProperty("duckdb")
                    + ", java "
                    + Runtime.version()
        };
    }
}
