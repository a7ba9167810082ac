package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.BoardKeyV1;
import dev.chipwise.schemas.avro.wire.CellKeyV1;
import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;

/** Keys inside values, both ways. */
final class KeyParts {

    private KeyParts() {}

    static BoardKeyV1 toWire(BoardKey board) {
        return new BoardKeyV1(board.model(), board.version(), board.workload());
    }

    static BoardKey fromWire(BoardKeyV1 wire) {
        return new BoardKey(wire.getModel(), wire.getVersion(), wire.getWorkload());
    }

    static CellKeyV1 toWire(CellKey cell) {
        var board = cell.board();
        return new CellKeyV1(
                board.model(),
                board.version(),
                board.workload(),
                cell.hardware(),
                cell.configuration());
    }

    static CellKey fromWire(CellKeyV1 wire) {
        var board = new BoardKey(wire.getModel(), wire.getVersion(), wire.getWorkload());
        return new CellKey(board, wire.getHardware(), wire.getConfiguration());
    }
}
