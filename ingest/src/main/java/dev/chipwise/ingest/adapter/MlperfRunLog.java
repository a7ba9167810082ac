package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * What the load generator's detailed log says of the time in which power counts.
 *
 * @param begin without zone, like the meter's times
 * @param queries how many queries the run had, or null
 */
record MlperfRunLog(LocalDateTime begin, LocalDateTime end, Long queries) {

    static final String FILE_NAME = "mlperf_log_detail.txt";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = ":::MLLOG";
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Reads a detailed log; null where the run was not measured for power.
     *
     * @throws UnreadableLine at a line that makes no sense
     */
    static MlperfRunLog read(Reader text) throws IOException {
        var lines = new Lines(text);
        LocalDateTime begin = null;
        LocalDateTime end = null;
        Long queries = null;
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.contains("\"power_begin\"")) {
                begin = MlperfPowerLog.time(value(line, lines.number()).asText(), lines.number());
            } else if (line.contains("\"power_end\"")) {
                end = MlperfPowerLog.time(value(line, lines.number()).asText(), lines.number());
            } else if (line.contains("\"result_query_count\"")) {
                queries = value(line, lines.number()).asLong();
            }
        }
        if (begin == null && end == null) {
            return null;
        }
        if (begin == null || end == null || !begin.isBefore(end)) {
            throw new UnreadableLine(
                    Reason.MISSING_VALUE, 0, "must have a power_begin before a power_end");
        }
        return new MlperfRunLog(begin, end, queries);
    }

    boolean includes(LocalDateTime time) {
        return time.isAfter(begin) && time.isBefore(end);
    }

    double seconds() {
        return Duration.between(begin, end).toNanos() / NANOS_PER_SECOND;
    }

    private static JsonNode value(String line, int number) {
        try {
            int json = line.indexOf('{');
            if (line.startsWith(PREFIX) && json > 0) {
                return JSON.readTree(line.substring(json)).path("value");
            }
        } catch (JsonProcessingException e) {
            // Told below, like a line that has no JSON at all.
        }
        throw new UnreadableLine(
                Reason.UNREADABLE, number, "must be " + PREFIX + " and a JSON object");
    }
}
