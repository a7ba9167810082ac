package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.ModelVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists every registration of a model version, with those that contradict an earlier one. */
@Command(name = "list", description = "Lists the registered versions of all models, or of one.")
final class VersionListCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Only this model's.")
    private String model;

    @Spec private CommandSpec spec;

    private final Neighbours neighbours;

    VersionListCommand(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Integer call() {
        List<ModelVersion> log;
        try {
            log = neighbours.versions().get().read();
        } catch (Undelivered e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.NOT_REACHABLE;
        }
        var registry = new VersionRegistry(log);
        var rows =
                registry.all().stream()
                        .filter(version -> model == null || model.equals(version.modelName()))
                        .map(version -> row(version, registry.hasOther(version)))
                        // Published again it is in the log again, and says nothing new.
                        .distinct()
                        .toList();
        var columns =
                List.of(
                        "model",
                        "version",
                        "parent",
                        "commit",
                        "artifact_sha256",
                        "registered_at",
                        "conflict",
                        "metadata");
        new Rows(columns, rows).print(neighbours.console(), spec.commandLine());
        return ExitCodes.OK;
    }

    private static Map<String, Object> row(ModelVersion version, boolean conflict) {
        var row = new LinkedHashMap<String, Object>();
        row.put("model", version.modelName());
        row.put("version", version.version().tag());
        row.put("parent", version.parentTag());
        row.put("commit", version.version().commit());
        row.put("artifact_sha256", version.version().artifactSha256());
        row.put("registered_at", version.registeredAt().toString());
        row.put("conflict", conflict);
        row.put("metadata", version.metadata());
        return row;
    }
}
