package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.adapter.Parsed.Unreadable;
import dev.chipwise.schemas.domain.Catalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a file, reading it ends with records and places, never with an exception. */
class MalformedFilesTest {

    private static final int DAMAGES = 300;
    private static final String NASTY = "\0\"',;:{}[]\n\r-9eE.\uFFFDNaN∞";

    private static final Catalog CATALOG = Catalog.shipped();

    /** A format with a file that it reads, and the files beside it. */
    private record Sample(
            Format format,
            String name,
            String text,
            List<String> folders,
            Map<String, String> near) {

        @Override
        public String toString() {
            return format.id();
        }
    }

    private static Stream<Sample> samples() {
        var row =
                "[{\"Organization\": \"Acme\", \"Platform\": \"Box\", \"Model\": \"net\","
                        + " \"Location\": \"here\", \"Scenario\": \"Offline\", \"Units\":"
                        + " \"Samples/s\", \"Result\": 5, \"Result_Power\": 250.5,"
                        + " \"Result_Power_Units\": \"Watts\", \"Accuracy\": 0.7}]";
        return Stream.of(
                new Sample(
                        new MlperfTableFormat(CATALOG), "cm-result.json", row, List.of(), Map.of()),
                new Sample(
                        new MlperfLoadgenFormat(CATALOG),
                        "mlperf_log_summary.txt",
                        MlperfLoadgenTest.SUMMARY,
                        MlperfLoadgenTest.FOLDERS,
                        MlperfLoadgenTest.NEAR),
                new Sample(
                        new MlperfTinyFormat(CATALOG),
                        "summary.csv",
                        MlperfTinyTest.HEADER + MlperfTinyTest.ROW,
                        List.of("v1.2"),
                        Map.of()),
                new Sample(
                        new MlperfTinyFormat(CATALOG),
                        "cm-result.json",
                        MlperfTinyTest.TABLE,
                        List.of(),
                        Map.of()),
                new Sample(
                        new MlperfMobileFormat(CATALOG),
                        "result.json",
                        MlperfMobileTest.PHONE,
                        List.of(),
                        Map.of()),
                new Sample(
                        new BatteryCsvFormat(CATALOG),
                        "log.csv",
                        BatteryCsvTest.HEADER + BatteryCsvTest.log(1e6),
                        List.of("a"),
                        Map.of("subject.json", BatteryCsvTest.SUBJECT)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFileCutAnywhereIsReadToItsEnd(Sample sample) {
        for (int length = 0; length < sample.text().length(); length++) {
            requirePlaces(sample, sample.text().substring(0, length), sample.near());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDamagedFileIsReadToItsEnd(Sample sample) {
        LongStream.range(0, DAMAGES)
                .forEach(
                        seed -> requirePlaces(sample, damaged(sample.text(), seed), sample.near()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDamagedFileBesideItIsReadToItsEnd(Sample sample) {
        for (var name : sample.near().keySet()) {
            for (long seed = 0; seed < DAMAGES; seed++) {
                var near = new HashMap<>(sample.near());
                near.put(name, damaged(near.get(name), seed));
                requirePlaces(sample, sample.text(), near);
            }
        }
    }

    private static void requirePlaces(Sample sample, String text, Map<String, String> near) {
        var parsed = Reading.among(sample.format(), sample.name(), text, sample.folders(), near);

        for (var unreadable : Reading.only(Unreadable.class, parsed)) {
            assertThat(unreadable.detail()).isNotBlank();
            assertThat(unreadable.where().path()).isNotBlank();
            assertThat(unreadable.where().line()).isNotNegative();
        }
    }

    private static String damaged(String text, long seed) {
        var random = new Random(seed);
        var damaged = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, NASTY.charAt(random.nextInt(NASTY.length())));
                case 1 -> damaged.delete(at, Math.min(damaged.length() - 1, at + 20));
                default -> damaged.insert(at, NASTY.substring(random.nextInt(NASTY.length())));
            }
        }
        return damaged.toString();
    }
}
