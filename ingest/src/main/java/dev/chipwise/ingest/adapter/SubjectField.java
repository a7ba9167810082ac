package dev.chipwise.ingest.adapter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a subject that the importing side may say for files that do not. */
public enum SubjectField {
    MODEL("NAME"),
    VERSION("TAG"),
    /** The whole of it, or only the type where the file knows the device. */
    HARDWARE("TYPE[/VENDOR/DEVICE]"),
    TASK("inference"),
    TEST_CASE("NAME"),
    RUNTIME("NAME"),
    PRECISION("fp16");

    private final String example;

    SubjectField(String example) {
        this.example = example;
    }

    /** What {@code --map} calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SubjectField> of(String word) {
        return Stream.of(values()).filter(field -> field.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Stream.of(values()).map(SubjectField::word).toList();
    }

    /** How to say it. */
    String advice() {
        return "--map " + word() + "=" + example;
    }
}
