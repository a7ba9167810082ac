package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.HardwareId;
import dev.chipwise.schemas.domain.Reason;

/**
 * What one word says of hardware: {@code type}, or {@code type/vendor/device[/variant]}, in any
 * spelling. Parts that it does not say are null.
 */
record HardwareWord(String type, String vendor, String device, String variant) {

    static final HardwareWord NOTHING = new HardwareWord(null, null, null, null);
    private static final int TYPE_ALONE = 1;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 4;

    /**
     * Nothing where the word is null.
     *
     * @param path what the file calls the field, for the message
     * @throws UnreadableField when it has another shape
     */
    static HardwareWord of(String word, String path, Catalog catalog) {
        if (word == null) {
            return NOTHING;
        }
        var parts = word.split("/", -1);
        boolean whole = parts.length >= SHORTEST && parts.length <= LONGEST;
        if (!whole && parts.length != TYPE_ALONE) {
            throw new UnreadableField(
                    path,
                    "must be a type or type/vendor/device, not '" + word + "'; see --map hardware");
        }
        return new HardwareWord(
                catalog.hardwareType(parts[0]).orElse(parts[0]),
                whole ? parts[1] : null,
                whole ? parts[2] : null,
                parts.length == LONGEST ? parts[LONGEST - 1] : null);
    }

    boolean hasDevice() {
        return vendor != null && device != null;
    }

    HardwareWord withType(String other) {
        return new HardwareWord(other, vendor, device, variant);
    }

    /** What this says, and of what it does not say what the other does; a device is one thing. */
    HardwareWord or(HardwareWord other) {
        var device = hasDevice() ? this : other;
        return device.withType(type == null ? other.type : type);
    }

    /**
     * The same, when it names a device of a type.
     *
     * @throws UnreadableField when it does not
     */
    HardwareWord required(String path) {
        if (type != null && hasDevice()) {
            return this;
        }
        throw new UnreadableField(
                Reason.MISSING_IDENTITY,
                path,
                (hasDevice() ? "does not say the type of '" + device + "'" : "is missing")
                        + "; say it for all records with "
                        + SubjectField.HARDWARE.advice());
    }

    /** The canonical id; needs a type and a device. */
    String id() {
        return HardwareId.of(type, vendor, device)
                + (variant == null ? "" : "/" + HardwareId.slug(variant));
    }
}
