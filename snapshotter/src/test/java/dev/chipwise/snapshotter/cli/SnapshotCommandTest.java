package dev.chipwise.snapshotter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.snapshot.Cells;
import org.junit.jupiter.api.Test;

class SnapshotCommandTest {

    private final Laboratory laboratory =
            Laboratory.withTwoVersions()
                    .measured(new VersionKey("bert", "v1"), "s24", "tflite", 90)
                    .registered(1, new VersionKey("gpt", "v1"));

    @Test
    void listsEveryVersionThatHasASnapshot() {
        var asked = snapshot("list");

        assertThat(asked.code()).isZero();
        assertThat(asked.column("model")).containsExactly("bert", "mobilenet", "mobilenet");
        assertThat(asked.column("version")).containsExactly("v1", "v1", "v2");
        assertThat(asked.column("hardware")).containsExactly("1", "2", "2");
        assertThat(asked.column("revision")).containsExactly("1", "2", "2");
    }

    @Test
    void listsTheVersionsOfOneModel() {
        assertThat(snapshot("list", "mobilenet").column("version")).containsExactly("v1", "v2");
    }

    @Test
    void listsNothingOfAnEmptyStore() {
        var empty = new Laboratory();

        var asked = Asked.of((out, hints) -> new SnapshotCommand(empty, out), "list");

        assertThat(asked.code()).isZero();
        assertThat(asked.rows().rows()).isEmpty();
    }

    @Test
    void saysWhichModelsThereAre() {
        assertThat(snapshot("list", "brt").failure())
                .isInstanceOf(NothingFound.class)
                .hasMessage("no snapshot of 'brt'; there are models bert, gpt, mobilenet");
    }

    @Test
    void showsWhatAVersionRunsOn() {
        var asked = snapshot("show", "mobilenet", "v1");

        assertThat(asked.code()).isZero();
        assertThat(asked.column("version")).containsOnly("v1");
        assertThat(asked.column("hardware"))
                .containsExactly("qualcomm/qualcomm/s24", "qualcomm/qualcomm/s25");
        assertThat(asked.column("state")).containsOnly("works");
    }

    @Test
    void showsTheNewestVersion() {
        laboratory.registered(1, Cells.V2).registered(2, Cells.V1);

        assertThat(snapshot("show", "mobilenet").column("version")).containsOnly("v1");
    }

    @Test
    void saysThatAVersionHasNoSnapshotYet() {
        assertThat(snapshot("show", "gpt", "v1").failure())
                .isInstanceOf(NothingFound.class)
                .hasMessage("no snapshot of gpt v1 yet");
    }

    @Test
    void wantsToBeToldWhatToDo() {
        assertThat(snapshot().code()).isEqualTo(2);
        assertThat(snapshot("show").code()).isEqualTo(2);
        assertThat(snapshot("show").usage()).contains("Missing required parameter: 'MODEL'");
    }

    private Asked snapshot(String... arguments) {
        return Asked.of((out, hints) -> new SnapshotCommand(laboratory, out), arguments);
    }
}
