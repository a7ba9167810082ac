package dev.chipwise.ingest.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registers a model version under the tag that git gives the commit in this directory. */
@Command(
        name = "tag",
        description = {
            "Registers a model version whose tag comes from the commit in this directory.",
            "The tag is what 'git describe --tags --always --dirty' says."
        })
final class VersionTagCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "MODEL", description = "Name of the model.")
    private String model;

    @Mixin private VersionRegistration registration;

    @Spec private CommandSpec spec;

    private final Neighbours neighbours;

    VersionTagCommand(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Integer call() {
        var version = neighbours.workplace().version().orElseThrow(this::noCommit);
        if (version.isDirty() && !neighbours.console().quiet().getAsBoolean()) {
            spec.commandLine()
                    .getErr()
                    .println("files were changed since " + version.commit() + "; so the tag says");
        }
        return registration.register(neighbours, model, version.tag(), version.commit());
    }

    private ParameterException noCommit() {
        var complaint = neighbours.workplace().complaint();
        return new ParameterException(
                spec.commandLine(),
                "git knows no commit in this directory"
                        + (complaint.isEmpty() ? "" : " (" + complaint + ")")
                        + "; run it in the checkout of the model, or name the tag with 'version"
                        + " add'");
    }
}
