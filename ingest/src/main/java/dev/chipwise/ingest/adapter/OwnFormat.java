package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.Catalog;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Our own JSON: an object, an array of objects, or one object per line (JSONL), as {@code
 * chipwise-result.schema.json} describes them. A bad line does not keep the others from being read.
 */
public final class OwnFormat implements Format {

    private static final Pattern KIND =
            Pattern.compile("^\\s*[\\[{].*\"kind\"\\s*:", Pattern.DOTALL);

    private final OwnEvents events;

    public OwnFormat(Catalog catalog) {
        events = new OwnEvents(catalog);
    }

    @Override
    public String id() {
        return "chipwise";
    }

    @Override
    public String carries() {
        return "benchmark and battery results, versions, retractions; JSON object, array or JSONL";
    }

    @Override
    public String lacks() {
        return "nothing";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return OwnRecords.isLines(name) || (name.endsWith(".json") && KIND.matcher(head).find());
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        new OwnRecords(input)
                .forEach((where, json) -> to.accept(event(where, json, input.context())), to);
    }

    private Parsed event(Where where, JsonNode json, ImportContext context) {
        try {
            return new Parsed.ParsedEvent(events.read(json, context), where);
        } catch (UnreadableField unreadable) {
            return unreadable.at(where);
        }
    }
}
