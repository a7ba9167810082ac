package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Awaited;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Positions;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.kafka.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The last score of every key, as bytes: decoding them is not part of what is measured. */
final class LastScores implements Tail.Reader {

    private final Topic<String, SuitabilityScore> topic;
    private final Map<String, byte[]> values = new ConcurrentHashMap<>();
    private final Positions positions = new Positions();

    LastScores(Topic<String, SuitabilityScore> topic) {
        this.topic = topic;
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> record, long seenNanos) {
        if (record.topic().equals(topic.fullName()) && record.value() != null) {
            values.put(new String(record.key(), StandardCharsets.UTF_8), record.value());
            positions.add(new Accepted("", topic.name(), record.partition(), record.offset()));
        }
    }

    /** Where the last ones are. */
    Positions positions() {
        return positions;
    }

    /** How many of these no score knows of. */
    int missing(List<Result> results) {
        var awaited = new Awaited();
        for (var result : results) {
            var subject = result.subject();
            var key = subject.board().hardwareKey(subject.hardware().id());
            awaited.add(key, result.envelope().occurredAt());
        }
        values.forEach(
                (key, value) ->
                        awaited.covered(key, Codecs.suitabilityScore().decode(value).newest()));
        return awaited.size();
    }
}
