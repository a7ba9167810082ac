package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Splits a text into its JSON objects, with the line of each; only one is in memory at a time. */
final class OwnRecords {

    private static final JsonMapper JSON =
            JsonMapper.builder(RecordLimits.factory())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Input input;
    private final Lines lines;

    OwnRecords(Input input) {
        this.input = input;
        this.lines = new Lines(input.text());
    }

    static boolean isLines(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    /** Hands over each object, and what is none. */
    void forEach(BiConsumer<Where, JsonNode> objects, Consumer<Parsed> unreadable)
            throws IOException {
        int first = lines.skipBlank();
        if (first != '[' && (isLines(input.fileName()) || isOneLine())) {
            eachLine(objects, unreadable);
        } else {
            eachElement(objects, unreadable);
        }
    }

    /** Hands over the event that the draft of each object makes, and what is none. */
    void forEachDraft(Function<JsonNode, ResultDraft> draft, Consumer<Parsed> to)
            throws IOException {
        forEach(
                (where, json) ->
                        to.accept(
                                ResultDraft.parsed(
                                        where, input.context(), () -> draft.apply(json))),
                to);
    }

    /** Whether the first line is a whole object, so that the next lines are others. */
    private boolean isOneLine() throws IOException {
        try {
            return wholeText(lines.peekLine()).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void eachLine(BiConsumer<Where, JsonNode> objects, Consumer<Parsed> unreadable)
            throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            var where = Where.line(input.path(), lines.number());
            if (lines.wasCut()) {
                unreadable.accept(
                        new Parsed.Unreadable(
                                where,
                                Reason.OVERSIZED,
                                "the line has more than " + Lines.LONGEST + " characters"));
                continue;
            }
            eachLine(line, where, objects, unreadable);
        }
    }

    private static void eachLine(
            String line,
            Where where,
            BiConsumer<Where, JsonNode> objects,
            Consumer<Parsed> unreadable) {
        try {
            objects.accept(where, wholeText(line));
        } catch (JsonProcessingException e) {
            unreadable.accept(malformed(where, e, ""));
        }
    }

    private void eachElement(BiConsumer<Where, JsonNode> objects, Consumer<Parsed> unreadable)
            throws IOException {
        int line = lines.number();
        try (var parser = new RecordLimits(JSON.createParser(lines.rest()))) {
            boolean inArray = false;
            for (var token = next(parser); token != null; token = next(parser)) {
                line = lines.number() + parser.currentTokenLocation().getLineNr();
                if (token == JsonToken.START_ARRAY && !inArray) {
                    inArray = true;
                } else if (token == JsonToken.END_ARRAY) {
                    inArray = false;
                } else {
                    objects.accept(Where.line(input.path(), line), element(parser));
                }
            }
        } catch (JsonProcessingException e) {
            if (e.getLocation() != null) {
                line = lines.number() + lineOf(e);
            }
            var rest = "; the rest of the file was not read";
            unreadable.accept(malformed(Where.line(input.path(), line), e, rest));
        }
    }

    /** A text that ends too early does so on its last line, not on the empty one behind it. */
    private static int lineOf(JsonProcessingException e) {
        var place = e.getLocation();
        boolean isBehindTheLast = e instanceof JsonEOFException && place.getColumnNr() == 1;
        return Math.max(1, place.getLineNr() - (isBehindTheLast ? 1 : 0));
    }

    private static JsonToken next(RecordLimits parser) throws IOException {
        parser.startRecord();
        return parser.nextToken();
    }

    private static JsonNode wholeText(String text) throws JsonProcessingException {
        try (var parser = new RecordLimits(JSON.createParser(text))) {
            JsonNode read = JSON.reader().readTree(parser);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
    }

    private static JsonNode element(JsonParser parser) throws IOException {
        return JSON.reader()
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(parser);
    }

    private static Parsed malformed(Where where, JsonProcessingException e, String advice) {
        if (e instanceof StreamConstraintsException) {
            return new Parsed.Unreadable(
                    where,
                    Reason.OVERSIZED,
                    "is larger than any event: " + e.getOriginalMessage() + advice);
        }
        return new Parsed.Unreadable(
                where, Reason.UNREADABLE, "is not JSON: " + e.getOriginalMessage() + advice);
    }
}
