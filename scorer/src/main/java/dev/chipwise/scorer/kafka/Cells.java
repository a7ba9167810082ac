package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.scorer.score.CellSummariser;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/** The summaries of all cells, kept and published; encoded once for both. */
final class Cells {

    private static final StringSerializer PREFIX = new StringSerializer();

    /** About what a summary takes on the heap. */
    private static final int SUMMARY_BYTES = 3_000;

    private final KeyValueStore<String, byte[]> store;
    private final Serde<CellSummary> serde;
    private final Windows windows;
    private final CellSummariser summariser;
    private final Outlet outlet;
    private final HeapCache<BoardKey, SortedMap<String, CellSummary>> cache;

    Cells(
            KeyValueStore<String, byte[]> store,
            Serde<CellSummary> serde,
            Windows windows,
            CellSummariser summariser,
            Outlet outlet,
            ScorerConfig config) {
        this.store = store;
        this.serde = serde;
        this.windows = windows;
        this.summariser = summariser;
        this.outlet = outlet;
        cache =
                new HeapCache<>(
                        config.cachedBoardBytes() / 2, board -> SUMMARY_BYTES * board.size());
    }

    /**
     * Summarises a cell again; whether its board has to be scored again. A cell without runs is
     * taken back even if it was never there: after a replay its topic may still hold it.
     */
    boolean refresh(CellKey cell) {
        var key = cell.topicKey();
        var board = board(cell.board());
        var after = summary(cell).orElse(null);
        if (after != null && after.equals(board.get(key))) {
            return false;
        }
        var content = serde.serializer().serialize(null, after);
        store.put(key, content);
        keep(cell.board(), board, key, after);
        outlet.emit(Names.WRITE_CELLS, key, content);
        return true;
    }

    /** Every cell of a board, in order of key. */
    List<CellSummary> on(BoardKey board) {
        return List.copyOf(board(board).values());
    }

    private void keep(
            BoardKey key, SortedMap<String, CellSummary> board, String cell, CellSummary summary) {
        if (summary == null) {
            board.remove(cell);
        } else {
            board.put(cell, summary);
        }
        cache.put(key, board);
    }

    private SortedMap<String, CellSummary> board(BoardKey key) {
        var cached = cache.get(key);
        if (cached != null) {
            return cached;
        }
        var board = new TreeMap<String, CellSummary>();
        try (var entries = store.prefixScan(Keys.under(key), PREFIX)) {
            entries.forEachRemaining(
                    entry ->
                            board.put(
                                    entry.key,
                                    serde.deserializer().deserialize(null, entry.value)));
        }
        cache.put(key, board);
        return board;
    }

    void forEachBoard(Consumer<BoardKey> visitor) {
        BoardKey last = null;
        try (var entries = store.all()) {
            while (entries.hasNext()) {
                var board = CellKey.parse(entries.next().key).board();
                if (!board.equals(last)) {
                    visitor.accept(board);
                }
                last = board;
            }
        }
    }

    private Optional<CellSummary> summary(CellKey cell) {
        var held = windows.of(cell);
        return held.description() == null
                ? Optional.empty()
                : summariser.summarise(cell, held.description(), held.windows());
    }
}
