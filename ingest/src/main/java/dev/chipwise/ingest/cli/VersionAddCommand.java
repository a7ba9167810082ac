package dev.chipwise.ingest.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers a model version under a tag of the user's own. */
@Command(name = "add", description = "Registers a model version.")
final class VersionAddCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "MODEL", description = "Name of the model.")
    private String model;

    @Parameters(index = "1", paramLabel = "TAG", description = "Tag of the version.")
    private String tag;

    @Option(names = "--commit", paramLabel = "HASH", description = "Commit it was built from.")
    private String commit;

    @Mixin private VersionRegistration registration;

    private final Neighbours neighbours;

    VersionAddCommand(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Integer call() {
        return registration.register(neighbours, model, tag, commit);
    }
}
