package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Qualcomm AI Hub Models' {@code perf.yaml}, every generation of it. The model is the name of the
 * file's folder; a version tag in the file's name ({@code v0.6.0.perf.yaml}) is the model version.
 * One file, so one model, is in memory at a time.
 */
public final class AiHubPerfFormat implements Format {

    private static final String FILE_NAME = "perf.yaml";
    private static final int LONGEST = 64 << 20;

    private final ObjectReader yaml = reader();
    private final AiHubEvents events;

    public AiHubPerfFormat(Catalog catalog) {
        events = new AiHubEvents(catalog);
    }

    @Override
    public String id() {
        return "aihub";
    }

    @Override
    public String carries() {
        return "Qualcomm AI Hub perf.yaml: latency, peak memory, layers per compute unit, tokens/s";
    }

    @Override
    public String lacks() {
        return "percentiles, power; since 2025 also throughput and the time of measurement";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return name.equals(FILE_NAME) || name.endsWith("." + FILE_NAME);
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        JsonNode root;
        try {
            root = yaml.readTree(input.text());
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            to.accept(unreadable(input, line, "is not YAML: " + e.getOriginalMessage()));
            return;
        }
        if (root.path("precisions").isObject()) {
            AiHubPrecisions.results(root.path("precisions"))
                    .forEach(result -> to.accept(parsed(result, input)));
        } else if (root.path("models").isContainerNode()) {
            AiHubModels.results(root.path("models"))
                    .forEach(result -> to.accept(parsed(result, input)));
        } else {
            to.accept(
                    unreadable(
                            input, 0, "has neither 'precisions' nor 'models'; is it a perf.yaml?"));
        }
    }

    private Parsed parsed(AiHubResult result, Input input) {
        var where = Where.field(input.path(), result.path());
        try {
            return new Parsed.ParsedEvent(events.event(result, context(input)), where);
        } catch (UnreadableField unreadable) {
            return unreadable.at(where);
        }
    }

    private ImportContext context(Input input) {
        var name = input.fileName();
        var tag = recognises(name, "") ? name.replaceFirst("\\.?(?i:perf\\.yaml)$", "") : null;
        return input.context()
                .orElse(SubjectField.VERSION, tag)
                .orElse(SubjectField.MODEL, input.folder());
    }

    private static Parsed unreadable(Input input, int line, String detail) {
        return new Parsed.Unreadable(
                Where.line(input.path(), Math.max(line, 0)), Reason.UNREADABLE, detail);
    }

    /** Keeps numbers as written, so that the version 2.10 does not become 2.1. */
    private static ObjectReader reader() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setAllowDuplicateKeys(false);
        return new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build())
                .reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }
}
