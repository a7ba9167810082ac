package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What has to be recomputed, longest waiting first. Everything marked is in the store from that
 * moment, so a commit and a crash between two ticks lose nothing.
 */
final class DirtyBoards {

    private static final byte[] MARK = {1};
    private static final int PARTS_OF_A_CELL = 5;

    private final KeyValueStore<String, byte[]> store;
    private final Map<BoardKey, Work> waiting = new LinkedHashMap<>();

    /**
     * A board with something to do.
     *
     * @param cells those whose runs changed
     */
    static final class Work {

        private final BoardKey board;
        private final Set<CellKey> cells = new LinkedHashSet<>();
        private boolean whole;

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

        private List<String> marks() {
            var marks = new ArrayList<String>();
            cells.forEach(cell -> marks.add(cell.topicKey()));
            if (whole) {
                marks.add(wholeMark(board));
            }
            return marks;
        }
    }

    DirtyBoards(KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (var marks = store.all()) {
            marks.forEachRemaining(mark -> remember(mark.key));
        }
    }

    /** Marks a cell whose runs changed. */
    void mark(CellKey cell) {
        if (work(cell.board()).cells.add(cell)) {
            store.put(cell.topicKey(), MARK);
        }
    }

    /** Marks a board whose cells weigh differently now. */
    void markWhole(BoardKey board) {
        var work = work(board);
        if (!work.whole) {
            work.whole = true;
            store.put(wholeMark(board), MARK);
        }
    }

    /**
     * Takes the boards that have waited longest; their marks are gone when this transaction
     * commits.
     */
    List<Work> take(int most) {
        var taken = new ArrayList<Work>();
        var oldestFirst = waiting.values().iterator();
        while (taken.size() < most && oldestFirst.hasNext()) {
            var work = oldestFirst.next();
            oldestFirst.remove();
            work.marks().forEach(store::delete);
            taken.add(work);
        }
        return taken;
    }

    /** Marks what could not be done for the next process; some of its cells may be done already. */
    void keepForLater(Work work) {
        work.whole = true;
        work.marks().forEach(mark -> store.put(mark, MARK));
    }

    private void remember(String mark) {
        var parts = Key.split(mark);
        if (parts.size() == PARTS_OF_A_CELL) {
            var cell = CellKey.parse(mark);
            work(cell.board()).cells.add(cell);
        } else {
            work(new BoardKey(parts.get(0), parts.get(1), parts.get(2))).whole = true;
        }
    }

    private Work work(BoardKey board) {
        return waiting.computeIfAbsent(board, Work::new);
    }

    private static String wholeMark(BoardKey board) {
        return board.topicKey();
    }
}
