package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The power of one run: the mean of the meter's readings of the whole system between the run's
 * {@code power_begin} and {@code power_end}, as MLPerf's own checker takes it. Phases of a meter
 * ({@code Ch1…}) are parts of the total, so they are not added to it.
 *
 * @param unusable readings in that time at or below zero, which the meter writes when it has none
 */
record MlperfPowerLog(
        double meanWatts, double peakWatts, int readings, int unusable, MlperfRunLog run) {

    static final String FILE_NAME = "spl.txt";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd-yyyy HH:mm:ss[.SSSSSS][.SSS]", Locale.ROOT);
    private static final String TIME_CELL = "Time";
    private static final String WATTS_CELL = "Watts";

    /** A reading of the meter; its time has no zone. */
    private record Sample(LocalDateTime time, double watts) {}

    /**
     * Reads a meter's log.
     *
     * @throws UnreadableLine at the first line that makes no sense
     */
    static MlperfPowerLog read(Reader text, MlperfRunLog run) throws IOException {
        var lines = new Lines(text);
        double sum = 0;
        double peak = 0;
        int readings = 0;
        int unusable = 0;
        for (var line = lines.next(); line != null; line = lines.next()) {
            var sample = line.isBlank() ? null : sample(line.strip(), lines.number());
            if (sample == null || !run.includes(sample.time())) {
                continue;
            }
            if (sample.watts() > 0) {
                sum += sample.watts();
                peak = Math.max(peak, sample.watts());
                readings++;
            } else {
                unusable++;
            }
        }
        if (readings == 0) {
            throw new UnreadableLine(
                    Reason.MISSING_VALUE,
                    0,
                    "has no reading between power_begin and power_end; are both clocks in one"
                            + " zone?");
        }
        return new MlperfPowerLog(sum / readings, peak, readings, unusable, run);
    }

    /** A time as the logs write it, without zone. */
    static LocalDateTime time(String text, int line) {
        try {
            return LocalDateTime.parse(text, TIME);
        } catch (DateTimeException e) {
            throw new UnreadableLine(
                    Reason.UNREADABLE,
                    line,
                    "'" + Labels.cut(text) + "' is no time like 07-25-2024 18:26:24.892");
        }
    }

    private static Sample sample(String line, int number) {
        var cells = line.split(",", -1);
        if (cells.length < 4 || !cells[0].equals(TIME_CELL) || !cells[2].equals(WATTS_CELL)) {
            throw new UnreadableLine(
                    Reason.UNREADABLE, number, "must begin Time,<time>,Watts,<watts>");
        }
        double watts = watts(cells[3], number);
        return new Sample(time(cells[1], number), watts);
    }

    private static double watts(String text, int line) {
        try {
            double watts = Double.parseDouble(text);
            if (Double.isFinite(watts)) {
                return watts;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is none.
        }
        throw new UnreadableLine(
                Reason.UNREADABLE, line, "Watts must be a number, not '" + Labels.cut(text) + "'");
    }
}
