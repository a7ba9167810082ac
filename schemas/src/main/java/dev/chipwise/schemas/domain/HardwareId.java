package dev.chipwise.schemas.domain;

import java.util.Locale;

/**
 * Makes the canonical hardware id {@code type/vendor/device}, so that spellings of one device meet.
 */
public final class HardwareId {

    private HardwareId() {}

    /**
     * The id of a device of a catalogue type; never of a single unit, so never from a serial
     * number.
     */
    public static String of(String type, String vendor, String device) {
        return type + "/" + slug(vendor) + "/" + slug(device);
    }

    /**
     * Lower case, with runs of anything but letters and digits as one dash; {@code +} is a word,
     * since "S24+" is not "S24".
     */
    public static String slug(String text) {
        var words = text.toLowerCase(Locale.ROOT).replace("+", " plus ");
        return words.replaceAll("[^\\p{L}\\p{Nd}.]+", "-").replaceAll("^-+|-+$", "");
    }
}
