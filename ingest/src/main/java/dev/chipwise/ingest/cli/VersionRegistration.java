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
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What the commands that register a version have in common: what else is said of it, and asking the
 * registry first. The same one again changes nothing; another under its tag is refused.
 */
final class VersionRegistration {

    @Option(names = "--sha256", paramLabel = "HASH", description = "SHA-256 of the artifact.")
    private String artifactSha256;

    @Option(names = "--parent", paramLabel = "TAG", description = "Version it was made from.")
    private String parentTag;

    @Option(names = "--metadata", paramLabel = "JSON", description = "Anything else, an object.")
    private String metadata;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Registers it and returns the exit code. */
    int register(Neighbours neighbours, String model, String tag, String commit) {
        var source =
                new Source(
                        Source.Kind.CLI,
                        "chipwise " + command.qualifiedName(" ").replaceFirst("^\\S+ ", ""),
                        null,
                        null);
        var envelope = neighbours.envelopes().next(source);
        var run = neighbours.workplace().run();
        var version =
                new ModelVersion(
                        run.isPresent() ? envelope.withCi(run.get().ci()) : envelope,
                        Model.named(model),
                        new Version(tag, commit, artifactSha256),
                        parentTag,
                        metadata());
        try {
            return register(neighbours, version);
        } catch (Undelivered e) {
            command.commandLine().getErr().println(e.getMessage());
            return ExitCodes.NOT_REACHABLE;
        }
    }

    private int register(Neighbours neighbours, ModelVersion version) {
        var registry = new VersionRegistry(neighbours.versions().get().read());
        var name = version.modelName() + " " + version.version().tag();
        if (registry.contains(version)) {
            command.commandLine().getOut().println(name + " was registered before");
            return ExitCodes.OK;
        }
        if (registry.hasOther(version)) {
            var detail = name + " is registered with other content; use another tag";
            return refused(Reason.CONFLICTING_VERSION, detail);
        }
        return publish(neighbours.publishers(), version, name);
    }

    private int publish(Publishers publishers, ModelVersion version, String name) {
        try (var publisher = publishers.connected()) {
            var stage = publisher.publish(version);
            publisher.flush();
            if (stage.toCompletableFuture().join() instanceof Refused refused) {
                return refused(refused.reason(), refused.detail());
            }
        } catch (CompletionException e) {
            throw new Undelivered(e.getCause().getMessage(), e);
        }
        command.commandLine().getOut().println("registered " + name);
        return ExitCodes.OK;
    }

    private int refused(Reason reason, String detail) {
        command.commandLine().getErr().println("rejected: " + reason.code() + ": " + detail);
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
                command.commandLine(),
                "--metadata must be a JSON object like '{\"dataset\": \"imagenet\"}': " + detail);
    }
}
