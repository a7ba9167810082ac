package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a sample fleet before anything is measured; detection and ranking can be judged
 * against it.
 */
public final class Truth {

    private final Fleet fleet;
    private final Physics physics;
    private final InjectedRegression regression;
    private final Catalog catalog;

    Truth(Fleet fleet, Physics physics, InjectedRegression regression, Catalog catalog) {
        this.fleet = fleet;
        this.physics = physics;
        this.regression = regression;
        this.catalog = catalog;
    }

    /** The boards, model after model, older version first. */
    public Stream<BoardKey> boards() {
        return fleet.models()
                .flatMap(model -> fleet.versions().stream().map(version -> board(model, version)));
    }

    /** The true values of every cell of a board that works. */
    public SortedMap<CellKey, Expected> working(BoardKey board) {
        var working = new TreeMap<CellKey, Expected>();
        cells(board)
                .filter(this::works)
                .forEach(cell -> working.put(cell.key(), physics.expected(cell)));
        return working;
    }

    /** How every cell of a board ends that never works, or that nobody tries. */
    public SortedMap<CellKey, Outcome> failing(BoardKey board) {
        var failing = new TreeMap<CellKey, Outcome>();
        cells(board)
                .forEach(
                        cell ->
                                physics.failure(cell)
                                        .ifPresent(outcome -> failing.put(cell.key(), outcome)));
        return failing;
    }

    /** The one thing that got worse between the two versions; empty in a fleet of one version. */
    public Optional<InjectedRegression> regression() {
        return fleet.versions().contains(regression.toVersion())
                ? Optional.of(regression)
                : Optional.empty();
    }

    /** Hardware ids under a profile, truly best first, each in its truly best configuration. */
    public List<String> order(BoardKey board, ScoringProfile profile) {
        return contenders(board, profile).stream().map(Contender::hardwareId).toList();
    }

    /** Hardware ids by one metric, such as {@code energy_per_inference_mj}, truly best first. */
    public List<String> order(BoardKey board, String metric) {
        var alone = new TreeMap<String, Double>();
        alone.put(metric, 1.0);
        return order(board, new ScoringProfile(metric, 1, alone, new TreeMap<>()));
    }

    /**
     * One sentence: where two profiles differ in the order of this board's hardware, and the
     * physical reason.
     */
    public String explain(BoardKey board, ScoringProfile one, ScoringProfile other) {
        var ones = contenders(board, one);
        var others = contenders(board, other);
        for (int i = 0; i < ones.size(); i++) {
            if (!ones.get(i).hardwareId().equals(others.get(i).hardwareId())) {
                return new Explanation(one, other, catalog)
                        .of(ones.get(i), others.get(i), ones, others);
            }
        }
        return one.id() + " and " + other.id() + " order the hardware of this board alike.";
    }

    private List<Contender> contenders(BoardKey board, ScoringProfile profile) {
        var better = BinaryOperator.maxBy(Comparator.comparingDouble(Contender::utility));
        var best =
                cells(board)
                        .filter(this::works)
                        .map(cell -> Contender.of(cell, physics.expected(cell), profile, catalog))
                        .collect(
                                Collectors.toMap(
                                        Contender::hardwareId,
                                        contender -> contender,
                                        better,
                                        TreeMap::new));
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Contender::utility).reversed())
                .toList();
    }

    private boolean works(Cell cell) {
        return physics.failure(cell).isEmpty();
    }

    private Stream<Cell> cells(BoardKey board) {
        return fleet.models()
                .filter(model -> model.name().equals(board.model()))
                .flatMap(
                        model ->
                                fleet.devices().stream()
                                        .flatMap(device -> fleet.cells(model, device)))
                .filter(cell -> cell.subject().board().equals(board));
    }

    private static BoardKey board(ModelSpec model, String version) {
        return new BoardKey(model.name(), version, model.workload().id());
    }
}
