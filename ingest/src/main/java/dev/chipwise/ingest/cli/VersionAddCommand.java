package dev.chipwise.ingest.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.Version;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Registers a model version. The same one again changes nothing; another under its tag is refused.
 */
@Command(name = "add", description = "Registers a model version.")
final class VersionAddCommand implements Callable<Integer> {

    private static final Source SOURCE =
            new Source(Source.Kind.CLI, "chipwise version add", null, null);

    @Parameters(index = "0", paramLabel = "MODEL", description = "Name of the model.")
    private String model;

    @Parameters(index = "1", paramLabel = "TAG", description = "Tag of the version.")
    private String tag;

    @Option(names = "--commit", paramLabel = "HASH", description = "Commit it was built from.")
    private String commit;

    @Option(names = "--sha256", paramLabel = "HASH", description = "SHA-256 of the artifact.")
    private String artifactSha256;

    @Option(names = "--parent", paramLabel = "TAG", description = "Version it was made from.")
    private String parentTag;

    @Option(names = "--metadata", paramLabel = "JSON", description = "Anything else, an object.")
    private String metadata;

    @Spec private CommandSpec spec;

    private final Neighbours neighbours;

    VersionAddCommand(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Integer call() {
        var version =
                new ModelVersion(
                        neighbours.envelopes().next(SOURCE),
                        Model.named(model),
                        new Version(tag, commit, artifactSha256),
                        parentTag,
                        metadata());
        var err = spec.commandLine().getErr();
        try {
            return register(version);
        } catch (Undelivered e) {
            err.println(e.getMessage());
            return ExitCodes.NOT_REACHABLE;
        }
    }

    private int register(ModelVersion version) {
        var registry = new VersionRegistry(neighbours.versions().get().read());
        if (registry.contains(version)) {
            spec.commandLine().getOut().println(model + " " + tag + " was registered before");
            return ExitCodes.OK;
        }
        if (registry.hasOther(version)) {
            var detail = model + " " + tag + " is registered with other content; use another tag";
            return refused(Reason.CONFLICTING_VERSION, detail);
        }
        return publish(version);
    }

    private int publish(ModelVersion version) {
        try (var publisher = neighbours.publishers().connected()) {
            var stage = publisher.publish(version);
            publisher.flush();
            if (stage.toCompletableFuture().join() instanceof Refused refused) {
                return refused(refused.reason(), refused.detail());
            }
        } catch (CompletionException e) {
            throw new Undelivered(e.getCause().getMessage(), e);
        }
        spec.commandLine().getOut().println("registered " + model + " " + tag);
        return ExitCodes.OK;
    }

    private int refused(Reason reason, String detail) {
        spec.commandLine().getErr().println("rejected: " + reason.code() + ": " + detail);
        return ExitCodes.INPUT_INVALID;
    }

    private SortedMap<String, String> metadata() {
        var texts = new TreeMap<String, String>();
        if (metadata == null) {
            return texts;
        }
        try {
            var json = new ObjectMapper().readTree(metadata);
            if (!json.isObject()) {
                throw wrongMetadata("it is " + json.getNodeType());
            }
            for (var entry : json.properties()) {
                var value = entry.getValue();
                texts.put(entry.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
            return texts;
        } catch (JsonProcessingException e) {
            throw wrongMetadata(e.getOriginalMessage());
        }
    }

    private ParameterException wrongMetadata(String detail) {
        return new ParameterException(
                spec.commandLine(),
                "--metadata must be a JSON object like '{\"dataset\": \"imagenet\"}': " + detail);
    }
}
