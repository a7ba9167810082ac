package dev.chipwise.snapshotter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.snapshotter.store.Finding;
import dev.chipwise.snapshotter.store.Finding.Invariant;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreCommandTest {

    private static final Finding GAP =
            new Finding(Invariant.I3, "batch_ledger", "lane 0", "offset 7 is missing");

    @Test
    void isCleanWhenNothingDiffers() {
        var asked = store(List.of(), "verify");

        assertThat(asked.code()).isZero();
        assertThat(asked.rows().rows()).isEmpty();
    }

    @Test
    void failsWithEveryDifferenceThatItFinds() {
        var asked = store(List.of(GAP, GAP), "verify");

        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.failure()).isNull();
        assertThat(asked.rows().columns()).containsExactly("invariant", "table", "key", "detail");
        assertThat(asked.rows().rows())
                .hasSize(2)
                .contains(List.of("I3", "batch_ledger", "lane 0", "offset 7 is missing"));
    }

    @Test
    void saysWhereTheCopyIs() {
        assertThat(store(List.of(), "copy").column("copy")).containsExactly("copies/1.duckdb");
    }

    @Test
    void namesTheFilesThatItWrote() {
        assertThat(store(List.of(), "export", "out").column("file"))
                .containsExactly("out/a.parquet", "out/b.parquet");
    }

    @Test
    void saysWhatTheNewStoreWasMadeFromAndWhereTheOldOneIs() {
        var asked = store(List.of(), "rebuild");

        assertThat(asked.code()).isZero();
        assertThat(asked.column("made_from")).containsExactly("topics 0/1");
        assertThat(asked.column("old_file")).containsExactly("store.duckdb.replaced-1");
        assertThat(asked.column("rows")).containsExactly("7");
        assertThat(store(List.of(), "restore").column("made_from")).containsExactly("a copy");
    }

    @Test
    void aDryRunReplacesNothing() {
        assertThat(store(List.of(), "rebuild", "--dry-run").column("old_file"))
                .containsExactly("null");
    }

    @Test
    void aNewStoreThatIsNotSoundIsAFailure() {
        var asked = store(List.of(GAP), "rebuild");

        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.column("detail")).containsExactly("offset 7 is missing");
    }

    @Test
    void wantsToBeToldWhatToDo() {
        assertThat(store(List.of()).code()).isEqualTo(2);
        assertThat(store(List.of(), "export").usage())
                .contains("Missing required parameter: 'DIR'");
    }

    private static Asked store(List<Finding> findings, String... arguments) {
        return Asked.of((out, hints) -> new StoreCommand(new Shelf(findings), out), arguments);
    }

    /** A store of which all is known beforehand. */
    private record Shelf(List<Finding> findings) implements StoreCare {

        @Override
        public List<Finding> verify() {
            return findings;
        }

        @Override
        public Path copy() {
            return Path.of("copies", "1.duckdb");
        }

        @Override
        public List<Path> export(Path directory) {
            return List.of(directory.resolve("a.parquet"), directory.resolve("b.parquet"));
        }

        @Override
        public Renewal rebuild(String shard, boolean dryRun) {
            return renewed("topics " + shard, dryRun);
        }

        @Override
        public Renewal restore(boolean dryRun) {
            return renewed("a copy", dryRun);
        }

        private Renewal renewed(String source, boolean dryRun) {
            var old = dryRun ? null : Path.of("store.duckdb.replaced-1");
            return new Renewal(Path.of("store.duckdb"), source, old, 7, findings);
        }
    }
}
