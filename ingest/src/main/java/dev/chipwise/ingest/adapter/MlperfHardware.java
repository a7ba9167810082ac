package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareId;
import java.util.Arrays;
import java.util.Optional;

/**
 * Hardware as MLPerf knows it: a submitter's whole system, since that is what was measured. Its
 * type is the first word of the accelerator's name that the catalogue has for a hardware type.
 */
final class MlperfHardware {

    static final String OTHER = "other";

    private final Catalog catalog;

    MlperfHardware(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The type that words speak of; empty where the catalogue knows none of them. */
    Optional<String> type(String... texts) {
        return Arrays.stream(texts)
                .filter(text -> text != null)
                .flatMap(text -> Arrays.stream(HardwareId.slug(text).split("-")))
                .flatMap(word -> catalog.hardwareType(word).stream())
                .findFirst();
    }

    /** The type of a system with this accelerator; without one (null) it is its processor. */
    String typeOfSystem(String accelerator) {
        return accelerator == null ? "cpu" : type(accelerator).orElse(OTHER);
    }

    /**
     * A submitter's system.
     *
     * @param chip the accelerator, or the processor where there is none
     */
    static Hardware system(String type, String submitter, String system, String chip, String os) {
        return new Hardware(
                HardwareId.of(type, submitter, system),
                type,
                submitter,
                system,
                Labels.cut(chip),
                Labels.cut(os),
                null,
                null,
                null);
    }
}
