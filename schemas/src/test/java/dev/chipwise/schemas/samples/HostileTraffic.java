package dev.chipwise.schemas.samples;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.avro.UnreadableRecord;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Records as nobody should send them to the topics of events, without end and by seed: noise, valid
 * ones with something wrong, and valid ones between them. Each knows what must become of it.
 */
public final class HostileTraffic {

    /**
     * A record as it lies on its topic.
     *
     * @param refusal why it must be refused, or null where it must be accepted
     * @param isEvent whether it can be read; what has a value and cannot is a dead letter
     */
    public record Sent(
            Topic<String, ? extends Event> topic,
            byte[] key,
            byte[] value,
            long timestamp,
            Reason refusal,
            boolean isEvent) {}

    private static final ResultValidator VALIDATOR = new ResultValidator(Catalog.shipped());
    private static final long RECORDED_AT = Samples.RECORDED_AT.toEpochMilli();
    private static final int FINGERPRINT_AT = 2;
    private static final int LONGEST_NOISE = 400;

    private final Topics topics;
    private final SplittableRandom random;
    private final Mangler mangler;
    private final HostileEvents events;

    public HostileTraffic(Topics topics, long seed) {
        this.topics = topics;
        random = new SplittableRandom(seed);
        mangler = new Mangler(random);
        events = new HostileEvents(random);
    }

    public Sent next() {
        var event = events.valid();
        var topic = topicOf(event);
        var key = bytes(Topics.keyOf(event));
        var value = Codecs.event().encode(event);
        return switch (random.nextInt(14)) {
            case 0 -> refused(topic, key, noise(), Reason.UNREADABLE);
            case 1 -> refused(topic, key, null, Reason.MISSING_VALUE);
            case 2 -> refused(topic, key, unknownSchema(value), Reason.UNREADABLE);
            case 3 -> refused(topic, key, cut(value), Reason.UNREADABLE);
            case 4 -> refused(topic, key, longer(value), Reason.UNREADABLE);
            case 5 -> refused(other(topic), key, value, Reason.UNREADABLE);
            case 6 ->
                    refused(
                            topic,
                            random.nextBoolean() ? null : noise(),
                            value,
                            Reason.KEY_MISMATCH);
            case 7, 8 -> wrong(events.wrong());
            case 9, 10, 11 -> judged(topic, key, mangler.mangled(value));
            case 12 -> judged(topic, key, mangler.flipped(value));
            default -> refused(topic, key, value, null);
        };
    }

    private static Sent refused(
            Topic<String, ? extends Event> topic, byte[] key, byte[] value, Reason reason) {
        return new Sent(topic, key, value, RECORDED_AT, reason, reason != Reason.UNREADABLE);
    }

    private Sent wrong(HostileEvents.Wrong wrong) {
        var topic = topicOf(wrong.event());
        var key = bytes(Topics.keyOf(wrong.event()));
        return refused(topic, key, Codecs.event().encode(wrong.event()), wrong.reason());
    }

    /** What chance made is what the rules say it is, at whatever time it was recorded. */
    private Sent judged(Topic<String, ? extends Event> topic, byte[] key, byte[] value) {
        long timestamp = random.nextInt(8) == 0 ? oddTime() : RECORDED_AT;
        try {
            var event = topic.valueSerde().deserializer().deserialize(topic.fullName(), value);
            var itsKey = bytes(Topics.keyOf(event));
            // Else hardly anything whose model was hit would get past its key.
            var sentKey = random.nextBoolean() ? itsKey : key;
            return new Sent(
                    topic, sentKey, value, timestamp, refusal(event, sentKey, timestamp), true);
        } catch (UnreadableRecord unreadable) {
            return new Sent(topic, key, value, timestamp, Reason.UNREADABLE, false);
        }
    }

    private static Reason refusal(Event event, byte[] key, long timestamp) {
        if (!Arrays.equals(bytes(Topics.keyOf(event)), key)) {
            return Reason.KEY_MISMATCH;
        }
        var verdict = VALIDATOR.validate(event, Instant.ofEpochMilli(timestamp));
        return verdict instanceof Verdict.Rejected rejected ? rejected.reason() : null;
    }

    private long oddTime() {
        return switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> Long.MAX_VALUE;
            default -> random.nextLong(RECORDED_AT);
        };
    }

    private byte[] noise() {
        return mangler.noise(random.nextInt(LONGEST_NOISE));
    }

    private byte[] unknownSchema(byte[] value) {
        var other = value.clone();
        other[FINGERPRINT_AT + random.nextInt(Long.BYTES)] ^=
                (byte) (1 << random.nextInt(Byte.SIZE));
        return other;
    }

    private byte[] cut(byte[] value) {
        return Arrays.copyOf(value, random.nextInt(value.length));
    }

    private byte[] longer(byte[] value) {
        return Arrays.copyOf(value, value.length + 1 + random.nextInt(LONGEST_NOISE));
    }

    private Topic<String, ? extends Event> other(Topic<String, ? extends Event> topic) {
        var others =
                List.of(topics.benchmarkResult(), topics.batteryResult(), topics.modelVersion());
        var other = others.get(random.nextInt(others.size()));
        return other.equals(topic) ? topics.resultRetraction() : other;
    }

    private Topic<String, ? extends Event> topicOf(Event event) {
        if (event instanceof BenchmarkResult) {
            return topics.benchmarkResult();
        }
        if (event instanceof BatteryResult) {
            return topics.batteryResult();
        }
        return event instanceof ModelVersion ? topics.modelVersion() : topics.resultRetraction();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
