package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are known by their names and beginnings, as the commands ask for them. */
class RecognitionTest {

    private static final int HEAD_BYTES = 4096;

    private final Formats formats = new Formats(Catalog.shipped());

    @ParameterizedTest
    @CsvSource({
        "mlperf-inference/data/cm, cm-result.json, mlperf",
        "mlperf-inference/data/v4.1_logs, mlperf_log_summary.txt, mlperf-loadgen",
        "mlperf-tiny/data/cm, cm-result.json, mlperf-tiny",
        "mlperf-tiny/data/v1.2, summary.csv, mlperf-tiny",
        "mlperf-mobile/data, result.json, mlperf-mobile",
        "battery-iphone/data, .csv, battery-csv",
        "aihub-perf/data/v0.41.0, perf.yaml, aihub"
    })
    void everyRecordedFileIsKnown(String folder, String ending, String format) throws IOException {
        assertThat(recognised(folder, ending)).containsExactly(format);
    }

    @ParameterizedTest
    @CsvSource({
        "mlperf-inference/data/v4.1_logs, spl.txt",
        "mlperf-inference/data/v4.1_logs, mlperf_log_detail.txt",
        "mlperf-inference/data/v4.1_logs, .json",
        "mlperf-inference/expected, .csv",
        "mlperf-tiny/expected, .csv",
        "battery-iphone/expected, .csv",
        "changepoints/data, .csv"
    })
    void whatIsNoResultIsNotTakenForOne(String folder, String ending) throws IOException {
        assertThat(recognised(folder, ending)).containsExactly("none");
    }

    @Test
    void everyFormatSaysWhatItCarriesAndLacksInOneLine() {
        assertThat(formats.all())
                .allSatisfy(
                        format ->
                                assertThat(format.carries() + format.lacks())
                                        .isNotBlank()
                                        .doesNotContain("\n"));
        assertThat(formats.all()).extracting(Format::id).doesNotHaveDuplicates();
    }

    private Set<String> recognised(String folder, String ending) throws IOException {
        var found = new TreeSet<String>();
        for (var file : SharedData.files(SharedData.folder(folder), ending)) {
            found.add(
                    formats.recognise(file.getFileName().toString(), head(file))
                            .map(Format::id)
                            .orElse("none"));
        }
        return found;
    }

    private static String head(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
        }
    }
}
