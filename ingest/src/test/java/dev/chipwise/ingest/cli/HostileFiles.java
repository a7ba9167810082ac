package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Format;
import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.adapter.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Files of every format, and what lies beside them, with something wrong; without end, by seed. */
final class HostileFiles {

    /** As {@code mlperf-loadgen} wants them; the others take a word of them, or none. */
    private static final List<String> FOLDERS =
            List.of(
                    "run_1",
                    "performance",
                    "Server",
                    "bert-99",
                    "box",
                    "results",
                    "Acme",
                    "closed");

    private static final List<String> SAMPLES = samples();

    private final Map<String, Optional<byte[]>> read = new HashMap<>();
    private final Formats formats;
    private final SplittableRandom random;
    private final HostileLines lines;

    HostileFiles(Formats formats, long seed) {
        this.formats = formats;
        random = new SplittableRandom(seed);
        lines = new HostileLines(random);
    }

    /** The next one, if it is in a format that is recognised, or that somebody names. */
    Optional<SourceFile> next() {
        // Our own lines are read so fast that most of the inputs are one of those.
        if (random.nextInt(6) > 0) {
            return file("results.jsonl", lines.next(), Surroundings.NONE);
        }
        var sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
        var name = sample.substring(sample.lastIndexOf('/') + 1);
        return file(name, lines.wrong(resource(sample).orElseThrow()), beside(sample));
    }

    private Optional<SourceFile> file(String name, byte[] bytes, Surroundings beside) {
        return format(name, bytes)
                .map(
                        format ->
                                new SourceFile(
                                        name,
                                        format,
                                        beside,
                                        () -> new ByteArrayInputStream(bytes)));
    }

    private Optional<Format> format(String name, byte[] bytes) {
        if (random.nextInt(10) == 0) {
            return Optional.of(formats.all().get(random.nextInt(formats.all().size())));
        }
        return formats.recognise(name, new String(bytes, StandardCharsets.UTF_8));
    }

    /** Neighbours that are whole, broken or not there. */
    private Surroundings beside(String sample) {
        var folder = sample.substring(0, sample.lastIndexOf('/') + 1);
        return new Surroundings() {
            @Override
            public List<String> folders() {
                return random.nextInt(4) == 0 ? List.of() : FOLDERS;
            }

            @Override
            public Optional<Reader> open(String path) {
                return resource(folder + path.substring(path.lastIndexOf('/') + 1))
                        .filter(there -> random.nextInt(8) > 0)
                        .map(bytes -> random.nextBoolean() ? bytes : lines.wrong(bytes))
                        .map(HostileFiles::reader);
            }
        };
    }

    private static Reader reader(byte[] bytes) {
        return new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    }

    private Optional<byte[]> resource(String name) {
        return read.computeIfAbsent(name, HostileFiles::load);
    }

    private static Optional<byte[]> load(String name) {
        try (var bytes = HostileFiles.class.getResourceAsStream(name)) {
            return bytes == null ? Optional.empty() : Optional.of(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the formats' own tests read, and files of the formats that are not among them. */
    private static List<String> samples() {
        var own =
                Stream.of(
                                "own/results.jsonl",
                                "own/array.json",
                                "battery-csv/log.csv",
                                "mlperf-table/cm-result.json",
                                "mlperf-loadgen/mlperf_log_summary.txt",
                                "mlperf-tiny/systems.csv",
                                "mlperf-tiny-table/cm-result.json",
                                "mlperf-mobile/result.json",
                                "aihub/perf.yaml",
                                "aihub-old/v0.6.0.perf.yaml")
                        .map("hostile/"::concat);
        var folder = "/dev/chipwise/ingest/adapter/samples/";
        var list = new String(load(folder + "samples.csv").orElseThrow(), StandardCharsets.UTF_8);
        var others =
                list.lines().skip(1).map(line -> folder + line.substring(0, line.indexOf(',')));
        return Stream.concat(own, others).toList();
    }
}
