package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Claim;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.snapshotter.store.RejectedRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A record as it was sent, and what it should mean to a store, said by the one who sent it. */
record Sent(Topic<?, ?> topic, byte[] key, byte[] value, Meaning meaning) {

    private static final Catalog CATALOG = Catalog.shipped();

    /** What a store should make of a record. */
    sealed interface Meaning {

        /** An event to keep. */
        record Kept(Event event, Claim claim) implements Meaning {

            Kept(Event event) {
                this(event, Claim.of(event, CATALOG));
            }
        }

        /** An event to refuse. */
        record Bad() implements Meaning {}

        /** The value of a key from now on; null when it has none any more. */
        record Value(Class<? extends Record> type, String key, Record value) implements Meaning {}

        /** A difference between versions. */
        record Difference() implements Meaning {}

        /** That the record at this place was refused. */
        record Refusal(RejectedRow.RefusedAt place) implements Meaning {}

        /** Bytes that nobody can read, where our own stages write. */
        record Poison() implements Meaning {}
    }

    static Sent of(Topic<?, ?> topic, String key, byte[] value, Meaning meaning) {
        return new Sent(topic, key.getBytes(StandardCharsets.UTF_8), value, meaning);
    }

    boolean hasKeyOf(Sent other) {
        return Arrays.equals(key, other.key);
    }
}
