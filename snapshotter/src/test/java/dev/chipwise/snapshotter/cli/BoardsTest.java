package dev.chipwise.snapshotter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.domain.Workload;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.snapshot.Cells;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardsTest {

    private static final VersionKey V1 = Cells.V1;
    private static final VersionKey V2 = Cells.V2;
    private static final VersionKey V3 = new VersionKey(V1.model(), "v3");

    private final Laboratory laboratory = new Laboratory();

    @Test
    void takesTheVersionAskedFor() {
        laboratory.measured(V1, "s24", "tflite", 10).measured(V2, "s24", "tflite", 10);

        assertThat(version("mobilenet", "v1")).isEqualTo(V1);
    }

    @Test
    void takesTheVersionRegisteredLastWhateverItsNameAndItsResults() {
        laboratory.measured(V1, "s24", "tflite", 10).measured(V2, "s24", "tflite", 10);
        laboratory.registered(2, V1).registered(1, V2);

        assertThat(version("mobilenet", null)).isEqualTo(V1);
    }

    @Test
    void passesOverAVersionThatIsRegisteredButNotMeasured() {
        laboratory.measured(V1, "s24", "tflite", 10).measured(V2, "s24", "tflite", 10);
        laboratory.registered(1, V2).registered(2, V3);

        assertThat(version("mobilenet", null)).isEqualTo(V2);
    }

    @Test
    void takesTheVersionMeasuredLastWhenNoneIsRegistered() {
        laboratory.measuredAt(V1, Cells.NOON.plusSeconds(1)).measuredAt(V2, Cells.NOON);

        assertThat(version("mobilenet", null)).isEqualTo(V1);
    }

    @Test
    void saysWhichModelsThereAre() {
        assertThatExceptionOfType(NothingFound.class)
                .isThrownBy(() -> version("mobilnet", null))
                .withMessage(
                        "no results for model 'mobilnet'; there are none yet; publish some first");

        laboratory.registered(1, V1).registered(2, new VersionKey("bert", "v1"));

        assertThatExceptionOfType(NothingFound.class)
                .isThrownBy(() -> version("mobilnet", null))
                .withMessage("no results for model 'mobilnet'; there are bert, mobilenet");
    }

    @Test
    void saysWhichVersionsThereAre() {
        laboratory.measured(V2, "s24", "tflite", 10).registered(1, V1);

        assertThatExceptionOfType(NothingFound.class)
                .isThrownBy(() -> version("mobilenet", "2"))
                .withMessage("no results for version '2' of 'mobilenet'; there are v1, v2");
    }

    @Test
    void saysThatAModelIsOnlyRegistered() {
        laboratory.registered(1, V1);

        assertThatExceptionOfType(NothingFound.class)
                .isThrownBy(() -> version("mobilenet", null))
                .withMessage("model 'mobilenet' is registered but has no results yet");
    }

    @Test
    void namesTenOfManyVersions() {
        for (int n = 10; n < 22; n++) {
            laboratory.registered(n, new VersionKey("mobilenet", "v" + n));
        }

        assertThatExceptionOfType(NothingFound.class)
                .isThrownBy(() -> version("mobilenet", "v1"))
                .withMessageEndingWith(
                        "v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, … (12 in all)");
    }

    @Test
    void keepsBoardsApartAndAdmitsTheOnesAskedFor() {
        var training = new Workload(Workload.TRAINING, "images", null, null);
        laboratory.measured(V1, "s24", "tflite", 10).measured(V1, "s25", "tflite", 10);
        laboratory.measured(V1, cell(training), "s24").measured(V1, cell(Samples.WORKLOAD), "s24");

        assertThat(boards(null, null)).hasSize(3);
        assertThat(boards("inference", null)).hasSize(2);
        assertThat(boards(null, "images"))
                .containsExactly(
                        new BoardKey("mobilenet", "v1", Cells.IMAGES.id()),
                        new BoardKey("mobilenet", "v1", training.id()));
        assertThat(boards("training", "images")).hasSize(1);
    }

    @Test
    void saysWhichTestCasesThereAre() {
        laboratory.measured(V1, "s24", "tflite", 10);

        assertThatExceptionOfType(NothingFound.class)
                .isThrownBy(() -> boards("inference", "image"))
                .withMessage(
                        "no results of 'mobilenet' v1 for that test case; there are inference/images");
    }

    private static CellSummary cell(Workload workload) {
        return Cells.cell(
                V1, workload, "s24", "tflite", Cells.counts(3, 0, 0), Cells.latency(10, 11, 12));
    }

    private VersionKey version(String model, String tag) {
        try (var queries = laboratory.queries()) {
            return new Boards(queries).version(model, tag);
        }
    }

    private List<BoardKey> boards(String task, String testCase) {
        try (var queries = laboratory.queries()) {
            return List.copyOf(new Boards(queries).cells(V1, task, testCase).keySet());
        }
    }
}
