package dev.chipwise.snapshotter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.FencedException;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.ResultStore;
import dev.chipwise.snapshotter.store.Slice;
import dev.chipwise.snapshotter.store.Stored;
import dev.chipwise.snapshotter.store.Traffic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fence alone, without the lock of a file, lets only the newest owner write. */
class OwnershipTest {

    private static final Lane LANE = Traffic.lane("benchmark.result.v1", 0);

    private final SharedDatabase database = new SharedDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoeverOpensItNextShutsOutTheOneBefore() {
        // Given
        var older = database.open(WriteStep.Observer.NONE);
        older.start(List.of(LaneProgress.starting(LANE, 0)));

        // When
        var newer = database.open(WriteStep.Observer.NONE);

        // Then
        assertThatThrownBy(() -> older.write(batch())).isInstanceOf(FencedException.class);
        assertThat(newer.write(batch()).batch()).isEqualTo(1);
    }

    /** DuckDB lets both write: the one its progress, the other the owner. The offset decides. */
    @Test
    void whoeverOpensItInTheMiddleOfABatchDoesNotWriteThatBatchAgain() {
        // Given
        var opened = new ArrayList<ResultStore>();
        var older =
                database.open(
                        step -> {
                            if (step == WriteStep.BEFORE_COMMIT) {
                                opened.add(database.open(WriteStep.Observer.NONE));
                            }
                        });
        older.start(List.of(LaneProgress.starting(LANE, 0)));

        // When
        older.write(batch());

        // Then
        assertThatThrownBy(() -> opened.get(0).write(batch())).isInstanceOf(FencedException.class);
        assertThat(database.contents().rowsByTopic()).containsEntry(LANE.topic(), 1L);
    }

    private static Batch batch() {
        var accepted = new Stored.Accepted(Samples.benchmark(1));
        var arrivals = List.of(new Arrival(0, Samples.RECORDED_AT, accepted));
        return new Batch(List.of(new Slice(LANE, 0, 1, 1, arrivals)));
    }
}
