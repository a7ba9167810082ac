package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * How large one JSON record may be before it is built in memory, where each value costs many times
 * the bytes it is written in. Every event that would be accepted is far below.
 */
final class RecordLimits extends JsonParserDelegate {

    static final int DEEPEST = 32;

    /** A battery result with as many samples as are kept has about 120,000. */
    static final int MOST_TOKENS = 200_000;

    /** As long as a line: the rules say which field is too long. */
    private static final int LONGEST_TEXT = Lines.LONGEST;

    private int tokens;

    RecordLimits(JsonParser parser) {
        super(parser);
    }

    /** What makes parsers that refuse what is too deep or too long. */
    static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(LONGEST_TEXT)
                                .build())
                .build();
    }

    /** Counts from here, for the next record. */
    void startRecord() {
        tokens = 0;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        if (++tokens > MOST_TOKENS) {
            throw new StreamConstraintsException(
                    "more than " + MOST_TOKENS + " names and values in one record",
                    currentLocation());
        }
        return super.nextToken();
    }

    @Override
    public String nextFieldName() throws IOException {
        return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
    }
}
