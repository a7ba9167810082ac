package dev.chipwise.deploy.cli;

import java.nio.file.Path;

/** The scorer's changelogs of one tenant, as they lie in the broker's directory. */
record Changelogs(Path broker, BenchTenant tenant) {

    /** Of all log segments, compressed as they are; their indexes are left out. */
    long bytes() {
        var application = tenant.topics().applicationId(Stage.SCORER.word());
        return DiskUse.of(
                broker,
                file -> {
                    var partition = file.getParent().getFileName().toString();
                    return file.toString().endsWith(".log")
                            && partition.startsWith(application)
                            && partition.contains("-changelog-");
                });
    }
}
