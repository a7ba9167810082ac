package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.deploy.bench.BenchReport;
import dev.chipwise.deploy.bench.Circumstances;
import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Spread;
import dev.chipwise.snapshotter.report.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierBenchTest {

    @TempDir private Path directory;

    @Test
    void readsWhatABenchPrints() throws IOException {
        var observations = new Observations();
        observations.add(Figure.ceiling("part"), 300);
        observations.add(Figure.ceiling("part"), 100);
        var circumstances =
                new Circumstances("bench", Instant.EPOCH, List.of(), "Linux", 2, 24_000, 6_000);
        var report = new BenchReport(circumstances, observations, Map.of());

        var read = EarlierBench.read(written(OutputFormat.json.render(report)));

        assertThat(read).containsOnly(Map.entry("part", new Spread(100, 200, 300)));
    }

    @Test
    void refusesWhatNoBenchPrinted() throws IOException {
        var other = written("{\"models\": []}");

        assertThatThrownBy(() -> EarlierBench.read(other))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is not what 'bench --output json' prints");
        assertThatThrownBy(() -> EarlierBench.read(directory.resolve("missing.json")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("missing.json");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(directory.resolve("bench.json"), text);
    }
}
