package dev.chipwise.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.avro.wire.EnvelopeV1;
import dev.chipwise.schemas.avro.wire.MeasurementV1;
import dev.chipwise.schemas.avro.wire.SourceV1;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/**
 * What happens once a history has a second file: the older writer's bytes are read with today's
 * defaults.
 */
class OlderSchemaTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.000001Z");

    @Test
    void fillsAFieldThatTheWriterDidNotKnow() throws IOException {
        // Given
        var older = without("provenance", MeasurementV1.getClassSchema());
        var written =
                new GenericRecordBuilder(older)
                        .set("metric", "load_ms")
                        .set("value", 3.5)
                        .set("unit", "ms")
                        .build();

        // When
        var read = reading(older, MeasurementV1.getClassSchema()).decode(bytes(older, written));

        // Then
        assertThat(read).isEqualTo(new MeasurementV1("load_ms", 3.5, "ms", "measured"));
    }

    @Test
    void fillsItAlsoWhereTimesAreConverted() throws IOException {
        // Given
        var older = without("ci", EnvelopeV1.getClassSchema());
        var source = older.getField("source").schema();
        var written =
                new GenericRecordBuilder(older)
                        .set("event_id", "an id")
                        .set("occurred_at", NOON.getEpochSecond() * 1_000_000 + 1)
                        .set("source", new GenericRecordBuilder(source).set("kind", "ci").build())
                        .set("labels", Map.of("a", "b"))
                        .build();

        // When
        var read = reading(older, EnvelopeV1.getClassSchema()).decode(bytes(older, written));

        // Then
        var from = new SourceV1("ci", null, null, null);
        assertThat(read).isEqualTo(new EnvelopeV1("an id", NOON, from, null, Map.of("a", "b")));
    }

    private static Schema without(String field, Schema schema) {
        var kept =
                schema.getFields().stream()
                        .filter(each -> !each.name().equals(field))
                        .map(each -> new Schema.Field(each, each.schema()))
                        .toList();
        return Schema.createRecord(
                schema.getName(), schema.getDoc(), schema.getNamespace(), false, kept);
    }

    private static byte[] bytes(Schema schema, GenericRecord written) throws IOException {
        return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema)
                .encode(written)
                .array();
    }

    /** A codec between a generated class and itself. */
    private static Codec<SpecificRecord> reading(Schema older, Schema current) {
        return new AvroCodec<SpecificRecord, SpecificRecord>(List.of(older, current), current) {
            @Override
            SpecificRecord toWire(SpecificRecord wire) {
                return wire;
            }

            @Override
            SpecificRecord fromWire(SpecificRecord wire) {
                return wire;
            }
        };
    }
}
