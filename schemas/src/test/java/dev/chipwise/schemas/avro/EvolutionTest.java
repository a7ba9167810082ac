package dev.chipwise.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chipwise.schemas.avro.Kinds.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvolutionTest {

    private static final SchemaValidator BOTH_DIRECTIONS =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();
    private static final Path PROPOSALS = Path.of("target", "history");

    static Stream<Kind<?>> kinds() {
        return Kinds.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void everyPublishedSchemaAndTodaysReadEachOther(Kind<?> kind) {
        var history = History.of(kind.name());
        assertThatCode(() -> BOTH_DIRECTIONS.validate(published(kind), history))
                .doesNotThrowAnyException();
        for (var each : history) {
            assertThatCode(() -> BOTH_DIRECTIONS.validate(each, history))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void todaysSchemaIsTheNewestInTheHistory(Kind<?> kind) throws IOException {
        var history = History.of(kind.name());
        var today = published(kind);
        var next = "v" + (history.size() + 1) + ".avsc";
        var proposal = PROPOSALS.resolve(kind.name()).resolve(next);
        Files.createDirectories(proposal.getParent());
        Files.writeString(proposal, SchemaFormatter.format("json/pretty", today) + "\n");
        assertThat(today.equals(history.get(history.size() - 1)))
                .as(
                        "%s.avdl was changed: copy schemas/%s to"
                                + " src/main/resources/dev/chipwise/schemas/avro/history/%s/ and keep the older"
                                + " files as they are; GoldenBytesTest then asks for its bytes",
                        kind.name(), proposal, kind.name())
                .isTrue();
    }

    /** Guards the validator that the other tests trust. */
    @Test
    void aNewFieldWithoutDefaultIsFound() {
        var before = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
        var after =
                SchemaBuilder.record("R").fields().requiredString("a").requiredInt("b").endRecord();
        assertThatExceptionOfType(SchemaValidationException.class)
                .isThrownBy(() -> BOTH_DIRECTIONS.validate(after, List.of(before)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void everyFieldIsDocumented(Kind<?> kind) {
        assertDocumented(published(kind));
    }

    private static void assertDocumented(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                for (var field : schema.getFields()) {
                    assertThat(field.doc())
                            .as("%s.%s", schema.getName(), field.name())
                            .isNotBlank();
                    assertDocumented(field.schema());
                }
            }
            case UNION -> schema.getTypes().forEach(EvolutionTest::assertDocumented);
            case ARRAY -> assertDocumented(schema.getElementType());
            case MAP -> assertDocumented(schema.getValueType());
            case ENUM -> throw new AssertionError("an enum cannot grow: " + schema.getFullName());
            default -> {}
        }
    }

    /** Today's schema as others see it, without what the generated Java needs. */
    private static Schema published(Kind<?> kind) {
        var plain =
                SchemaFormatter.format("json/inline", kind.current())
                        .replace(
                                "{\"type\":\"string\",\"avro.java.string\":\"String\"}",
                                "\"string\"")
                        .replace(",\"avro.java.string\":\"String\"", "");
        return new Schema.Parser().parse(plain);
    }
}
