package dev.chipwise.schemas.domain;

/**
 * Writes a run as text that depends on its content alone. Values are written as their bits: the
 * decimal text of a double is not the same on every Java version.
 */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(Run run) {
        var text = new StringBuilder(96);
        text.append(run.occurredAt()).append('|').append(run.eventId()).append('|');
        text.append(run.retracted())
                .append('|')
                .append(run.status())
                .append('|')
                .append(run.failureClass());
        append(run.readings(), text);
        return text.toString();
    }

    private static void append(Readings readings, StringBuilder text) {
        for (int i = 0; i < readings.size(); i++) {
            text.append('|').append(readings.code(i)).append('=');
            text.append(Long.toHexString(Double.doubleToLongBits(readings.value(i))));
        }
    }
}
