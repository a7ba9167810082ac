package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A JSON object that is a header and one long list. One element is in memory at a time; where a
 * needed part of the header comes after the list, what was made of the elements waits for it.
 */
final class HeadedJson {

    /** Numbers that are none, as C++ writes them, are read so that they can be rejected by name. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    /** In characters: what waits is in memory. */
    private static final long LONGEST_WAIT = 32L << 20;

    private static final String REST = "; the rest of the file was not read";

    /** Makes of an element what is done as soon as the header is known. */
    interface Elements {
        Consumer<JsonNode> read(Where where, JsonNode element);
    }

    private final Input input;
    private final String list;
    private final List<String> needed;
    private final Lines lines;
    private final ObjectNode header = JsonNodeFactory.instance.objectNode();
    private final List<Consumer<JsonNode>> waiting = new ArrayList<>();
    private int line;
    private boolean seen;

    /**
     * @param list name of the member that is the list
     * @param needed names of the members that elements need
     */
    HeadedJson(Input input, String list, String... needed) {
        this.input = input;
        this.list = list;
        this.needed = List.of(needed);
        this.lines = new Lines(input.text());
    }

    /** Hands over each element, and what is none. */
    void forEach(Elements elements, Consumer<Parsed> unreadable) throws IOException {
        lines.skipBlank();
        try (var parser = JSON.createParser(lines.rest())) {
            read(parser, elements);
            if (seen) {
                waiting.forEach(element -> element.accept(header));
            } else {
                unreadable.accept(unreadable("has no list '" + list + "'"));
            }
        } catch (JsonProcessingException e) {
            if (e.getLocation() != null) {
                line = lines.number() + e.getLocation().getLineNr();
            }
            unreadable.accept(unreadable("is not JSON: " + e.getOriginalMessage() + rest()));
        } catch (UnreadableField e) {
            unreadable.accept(e.at(Where.line(input.path(), line)));
        }
    }

    private void read(JsonParser parser, Elements elements) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableField("", "must be an object with a list '" + list + "'");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            line = lines.number() + parser.currentTokenLocation().getLineNr();
            boolean isList = parser.nextToken() == JsonToken.START_ARRAY && name.equals(list);
            if (isList) {
                readList(parser, elements);
            } else {
                header.set(name, parser.readValueAsTree());
            }
        }
        line = lines.number() + parser.currentTokenLocation().getLineNr();
        if (parser.nextToken() != null) {
            throw new UnreadableField("", "goes on after its end; was one file put after another?");
        }
    }

    private void readList(JsonParser parser, Elements elements) throws IOException {
        seen = true;
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            line = lines.number() + parser.currentTokenLocation().getLineNr();
            var where = new Where(input.path(), line, list + "[" + i + "]");
            var element = elements.read(where, parser.readValueAsTree());
            if (isHeaderKnown()) {
                element.accept(header);
            } else if (parser.currentLocation().getCharOffset() < LONGEST_WAIT) {
                waiting.add(element);
            } else {
                throw new UnreadableField(
                        Reason.OVERSIZED,
                        list,
                        "is too long to come before " + String.join(", ", needed) + rest());
            }
        }
    }

    private boolean isHeaderKnown() {
        return needed.stream().allMatch(header::has);
    }

    private String rest() {
        return waiting.isEmpty() ? REST : "; none of its " + waiting.size() + " elements was read";
    }

    private Parsed unreadable(String detail) {
        return new Parsed.Unreadable(Where.line(input.path(), line), Reason.UNREADABLE, detail);
    }
}
