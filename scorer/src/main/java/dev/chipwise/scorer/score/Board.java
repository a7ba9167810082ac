package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Workload;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All hardware that competes under one key, in order of id, and the best kind of evidence that any
 * of it has: only cells of that kind compete.
 */
record Board(BoardKey key, Evidence evidence, List<Contender> contenders, List<BoardCell> cells) {

    private Board(BoardKey key, Evidence evidence, List<Contender> contenders) {
        this(key, evidence, contenders, cells(contenders));
    }

    /** The board of those cells that belong to the key; empty when none does. */
    static Optional<Board> of(
            BoardKey key, Collection<CellSummary> cells, CompatibilityRules rules) {
        var own =
                cells.stream()
                        .filter(cell -> cell.key().board().equals(key))
                        .sorted(Comparator.comparing(cell -> cell.key().configuration()))
                        .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var evidence = best(own);
        var byHardware =
                own.stream()
                        .collect(
                                Collectors.groupingBy(
                                        cell -> cell.key().hardware(),
                                        TreeMap::new,
                                        Collectors.toList()));
        var contenders =
                byHardware.values().stream()
                        .map(summaries -> contender(summaries, evidence, rules))
                        .toList();
        return Optional.of(new Board(key, evidence, contenders));
    }

    private static Contender contender(
            List<CellSummary> summaries, Evidence ofBoard, CompatibilityRules rules) {
        var evidence = best(summaries);
        var kept = summaries.stream().filter(cell -> cell.evidence() == evidence).toList();
        var competing =
                evidence == ofBoard
                        ? kept.stream().map(cell -> BoardCell.of(cell, rules)).toList()
                        : List.<BoardCell>of();
        return Contender.of(evidence, kept, competing);
    }

    private static Evidence best(List<CellSummary> cells) {
        return cells.stream()
                .map(CellSummary::evidence)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<BoardCell> cells(List<Contender> contenders) {
        return contenders.stream().flatMap(contender -> contender.cells().stream()).toList();
    }

    Workload workload() {
        return contenders.get(0).workload();
    }

    Instant newest() {
        return contenders.stream()
                .map(Contender::newest)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
