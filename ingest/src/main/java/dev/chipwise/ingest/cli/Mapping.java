package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.SubjectField;
import dev.chipwise.ingest.adapter.Suggestion;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What one {@code --map} says: {@code field=value}, several separated by commas. */
record Mapping(Map<SubjectField, String> values) {

    /** A comma is part of a value unless another field follows. */
    private static final Pattern NEXT = Pattern.compile(",(?=[a-z_]+=)");

    /** Reads the text of the option. */
    static final class Converter implements ITypeConverter<Mapping> {

        @Override
        public Mapping convert(String text) {
            var values = new EnumMap<SubjectField, String>(SubjectField.class);
            for (var entry : NEXT.split(text)) {
                int equals = entry.indexOf('=');
                if (equals < 0 || entry.substring(equals + 1).isBlank()) {
                    throw new TypeConversionException(
                            "'" + entry + "' must be field=value, such as model=resnet50");
                }
                var previous =
                        values.put(field(entry, equals), entry.substring(equals + 1).strip());
                if (previous != null) {
                    throw new TypeConversionException("'" + text + "' says a field twice");
                }
            }
            return new Mapping(values);
        }

        private static SubjectField field(String entry, int equals) {
            var word = entry.substring(0, equals).strip();
            return SubjectField.of(word)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'"
                                                    + word
                                                    + "' is not a field"
                                                    + Suggestion.of(word, SubjectField.words())));
        }
    }
}
