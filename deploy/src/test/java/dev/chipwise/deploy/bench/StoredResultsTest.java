package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.deploy.bench.duckdb.OlderWay;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Result;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoredResultsTest {

    private static final Catalog CATALOG = Catalog.shipped();

    private final StoredResults stored = new StoredResults(640, CATALOG);
    private final Observations observations = new Observations();
    private long now;

    @Test
    void fillsTheWindowsOfMostOfItsCells() {
        var cells =
                stored.results()
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.subject().cell(), Collectors.counting()));

        assertThat(cells.values().stream().mapToLong(it -> it).sum()).isEqualTo(640);
        assertThat(cells.values()).filteredOn(count -> count >= 32).hasSizeGreaterThan(10);
    }

    @Test
    void whatComesMoreIsLaterAndABenchmarkToo() {
        var last = stored.results().map(StoredResultsTest::time).max(Comparator.naturalOrder());
        var more = stored.more(20);

        assertThat(more).hasSize(20).allMatch(BenchmarkResult.class::isInstance);
        assertThat(more).allMatch(it -> time(it).isAfter(last.orElseThrow()));
    }

    @Test
    void bothWaysAnswerForEachNewResult() {
        new OurWay(stored, CATALOG, this::look).measure(observations);
        new OlderWay(stored, this::look).measure(observations);

        // A second for all that were added.
        assertThat(observations.of(OurWay.figure(stored))).containsExactly(500.0);
        assertThat(observations.of(OlderWay.figure(stored))).containsExactly(200_000.0);
    }

    /** A clock that goes on by a second whenever somebody looks at it. */
    private long look() {
        now += 1_000_000_000L;
        return now;
    }

    private static Instant time(Result result) {
        return result.envelope().occurredAt();
    }
}
