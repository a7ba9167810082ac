package dev.chipwise.snapshotter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The store in memory keeps the contract, and shows for all stores (which hold the same as it does)
 * that cuts do not matter.
 */
class InMemoryResultStoreTest extends ResultStoreContract {

    @Override
    protected ResultStore fresh() {
        return new InMemoryResultStore();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesNotCareWhereBatchesAreCut(long seed) {
        // Given
        var traffic = Traffic.of(seed, 80);
        var whole = fresh();
        whole.start(traffic.starts());
        traffic.batches(new Random(seed), 1000).forEach(whole::write);
        var pieces = fresh();
        pieces.start(traffic.starts());

        // When
        traffic.batches(new Random(seed + 1), 3).forEach(pieces::write);

        // Then
        assertThat(StoreText.whatever(pieces.contents()))
                .isEqualTo(StoreText.whatever(whole.contents()));
    }
}
