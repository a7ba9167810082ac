package dev.chipwise.ingest.kafka;

import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Turns events into records of the topics they belong on. */
public final class EventRecords implements Admission {

    private final Topics topics;

    public EventRecords(Topics topics) {
        this.topics = topics;
    }

    /** An event as its topic will keep it. */
    record Outgoing(Topic<String, ?> topic, ProducerRecord<byte[], byte[]> record) {

        int bytes() {
            return record.key().length + record.value().length;
        }
    }

    Outgoing outgoing(Event event) {
        if (event instanceof BenchmarkResult benchmark) {
            return outgoing(topics.benchmarkResult(), benchmark);
        }
        if (event instanceof BatteryResult battery) {
            return outgoing(topics.batteryResult(), battery);
        }
        if (event instanceof ModelVersion version) {
            return outgoing(topics.modelVersion(), version);
        }
        return outgoing(topics.resultRetraction(), (ResultRetraction) event);
    }

    /** The refusal of a valid event that is larger than its topic takes. */
    @Override
    public Optional<Refused> refusal(Event event) {
        return oversize(event, outgoing(event));
    }

    static Optional<Refused> oversize(Event event, Outgoing outgoing) {
        int most = outgoing.topic().mostEventBytes();
        if (outgoing.bytes() <= most) {
            return Optional.empty();
        }
        var detail =
                "the event has "
                        + outgoing.bytes()
                        + " bytes; at most "
                        + most
                        + " are taken, so keep fewer raw values or samples";
        return Optional.of(new Refused(event.envelope().eventId(), Reason.OVERSIZED, detail));
    }

    private static <E extends Event> Outgoing outgoing(Topic<String, E> topic, E event) {
        var key = topic.keySerde().serializer().serialize(topic.fullName(), Topics.keyOf(event));
        var value = topic.valueSerde().serializer().serialize(topic.fullName(), event);
        return new Outgoing(topic, new ProducerRecord<>(topic.fullName(), key, value));
    }
}
