package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Key;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What has to be recomputed, longest waiting first. Every board with something to do is marked in
 * the store from that moment, so a commit and a crash between two ticks lose nothing; which of its
 * cells changed is known on the heap alone.
 */
final class DirtyBoards {

    private static final byte[] MARK = {1};
    private static final int PARTS_OF_A_CELL = 5;

    private final KeyValueStore<String, byte[]> store;
    private final Map<BoardKey, Work> waiting = new LinkedHashMap<>();
    private final Map<BoardKey, Work> failed = new HashMap<>();
    private final Map<BoardKey, Long> takenAt = new LinkedHashMap<>();
    private final long restMs;

    /**
     * A board with something to do.
     *
     * @param cells those whose runs changed
     */
    static final class Work {

        private final BoardKey board;
        private final Set<CellKey> cells = new LinkedHashSet<>();
        private final Set<CellKey> retracted = new LinkedHashSet<>();
        private boolean whole;
        private boolean remembered;

        private Work(BoardKey board) {
            this.board = board;
        }

        BoardKey board() {
            return board;
        }

        Set<CellKey> cells() {
            return cells;
        }

        /** Whether the board is scored again even if no cell of it changes. */
        boolean whole() {
            return whole;
        }

        /** Whether another process marked it, so that any of its cells may have changed. */
        boolean remembered() {
            return remembered;
        }

        private List<String> marks() {
            var marks = new ArrayList<String>();
            marks.add(board.topicKey());
            retracted.forEach(cell -> marks.add(cell.topicKey()));
            return marks;
        }
    }

    /**
     * What the store remembers.
     *
     * @param rest how long a board that was taken is not taken again, so that a busy one gathers
     *     changes while a quiet one does not wait
     */
    DirtyBoards(KeyValueStore<String, byte[]> store, Duration rest) {
        this.store = store;
        restMs = rest.toMillis();
        try (var marks = store.all()) {
            marks.forEachRemaining(mark -> remember(mark.key));
        }
    }

    /** Marks the board of a cell whose runs changed. */
    void mark(CellKey cell) {
        work(cell.board()).cells.add(cell);
    }

    /**
     * Marks a cell of which a run was taken back. Unlike one with results it may have nothing else
     * in the stores that a next process could find it by.
     */
    void markRetracted(CellKey cell) {
        var work = work(cell.board());
        work.cells.add(cell);
        if (work.retracted.add(cell)) {
            store.put(cell.topicKey(), MARK);
        }
    }

    /** Marks a board whose cells weigh differently now. */
    void markWhole(BoardKey board) {
        work(board).whole = true;
    }

    /**
     * Takes the boards that have waited longest, of those that rested; their marks are gone when
     * this transaction commits.
     */
    List<Work> take(int most, long nowMs) {
        forgetRested(nowMs);
        var taken = new ArrayList<Work>();
        var oldestFirst = waiting.values().iterator();
        while (taken.size() < most && oldestFirst.hasNext()) {
            var work = oldestFirst.next();
            if (takenAt.putIfAbsent(work.board, nowMs) == null) {
                oldestFirst.remove();
                work.marks().forEach(store::delete);
                taken.add(work);
            }
        }
        return taken;
    }

    /** A clock that was put back must not make anybody rest longer. */
    private void forgetRested(long nowMs) {
        var oldestFirst = takenAt.values().iterator();
        while (oldestFirst.hasNext()) {
            long rested = nowMs - oldestFirst.next();
            if (rested >= 0 && rested < restMs) {
                return;
            }
            oldestFirst.remove();
        }
    }

    /**
     * Marks what could not be done for the next process, or until something else changes on the
     * board; some of its cells may be done already.
     */
    void keepForLater(Work work) {
        work.whole = true;
        failed.put(work.board, work);
        work.marks().forEach(mark -> store.put(mark, MARK));
    }

    private void remember(String mark) {
        var parts = Key.split(mark);
        var board = new BoardKey(parts.get(0), parts.get(1), parts.get(2));
        var work = waiting.computeIfAbsent(board, Work::new);
        work.whole = true;
        work.remembered = true;
        if (parts.size() == PARTS_OF_A_CELL) {
            var cell = CellKey.parse(mark);
            work.cells.add(cell);
            work.retracted.add(cell);
        }
    }

    private Work work(BoardKey board) {
        var present = waiting.get(board);
        if (present != null) {
            return present;
        }
        var before = failed.remove(board);
        var work = before == null ? new Work(board) : before;
        waiting.put(board, work);
        store.put(board.topicKey(), MARK);
        return work;
    }
}
