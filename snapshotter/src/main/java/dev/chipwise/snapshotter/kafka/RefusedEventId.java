package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.avro.UnreadableRecord;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.kafka.Topics;
import java.util.regex.Pattern;

/** Finds the id of a refused event in its bytes, if they can be read and it is an id. */
final class RefusedEventId {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Topics topics;

    RefusedEventId(Topics topics) {
        this.topics = topics;
    }

    /** The id, or null. */
    String of(RejectedResult refused) {
        var topic = topics.named(refused.topic());
        if (topic.isEmpty() || refused.original().length == 0) {
            return null;
        }
        try {
            var reader = topic.get().valueSerde().deserializer();
            var value = reader.deserialize(topic.get().fullName(), refused.original());
            var id = value instanceof Event event ? event.envelope().eventId() : null;
            return id != null && UUID.matcher(id).matches() ? id : null;
        } catch (UnreadableRecord unreadable) {
            return null;
        }
    }
}
