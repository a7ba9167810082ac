package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.snapshot.Cells;
import dev.chipwise.snapshotter.snapshot.ChangeNews;
import dev.chipwise.snapshotter.snapshot.Scores;
import dev.chipwise.snapshotter.snapshot.Snapshots;
import dev.chipwise.snapshotter.snapshot.StatisticalRule;
import dev.chipwise.snapshotter.snapshot.VersionComparison;
import dev.chipwise.snapshotter.snapshot.VersionSide;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All that a seed's model goes through: its scores, cells and registrations, some revised, some
 * withdrawn. What is said under one key stays in order, as in a partition; all else may come in any
 * order and twice.
 */
final class Story {

    private static final State[] STATES = {State.WORKS, State.FLAKY, State.SUSPECT, State.BROKEN};

    private final long seed;
    private final VersionKey parent;
    private final List<VersionKey> children;
    private final Map<String, List<Consumer<Driver>>> messages = new TreeMap<>();
    private final SortedMap<String, SuitabilityScore> scores = new TreeMap<>();
    private final SortedMap<String, CellSummary> cells = new TreeMap<>();

    Story(long seed) {
        this.seed = seed;
        var model = "m" + seed;
        parent = new VersionKey(model, "v1");
        children = List.of(new VersionKey(model, "v10"), new VersionKey(model, "v2"));
        var random = new Random(seed);
        write(parent, random);
        for (var child : children) {
            write(child, random);
            var first = Driver.registration(child, parent.version(), Cells.NOON);
            var later = Driver.registration(child, null, Cells.NOON.plusSeconds(1));
            message("register " + child, driver -> driver.register(first));
            message("register again " + child, driver -> driver.register(later));
        }
    }

    private void write(VersionKey version, Random random) {
        for (var device : List.of("s23", "s24")) {
            for (int revision = random.nextInt(2); revision >= 0; revision--) {
                var state = STATES[random.nextInt(STATES.length)];
                say(Scores.score(version, device, state, random.nextInt(5) / 4.0));
            }
            if (random.nextInt(6) == 0) {
                withdraw(Scores.score(version, device, State.WORKS, 1));
            }
            for (int revision = random.nextInt(2); revision >= 0; revision--) {
                double latency = 10 + random.nextInt(4);
                var runs = Cells.latency(Cells.steady(latency, 1 + random.nextInt(9)));
                say(Cells.cell(version, device, "qnn", runs));
            }
        }
    }

    private void say(SuitabilityScore score) {
        scores.put(score.topicKey(), score);
        message("score " + score.topicKey(), driver -> driver.score(score));
    }

    private void withdraw(SuitabilityScore score) {
        scores.remove(score.topicKey());
        message("score " + score.topicKey(), driver -> driver.withdraw(score));
    }

    private void say(CellSummary cell) {
        cells.put(cell.key().topicKey(), cell);
        message("cell " + cell.key().topicKey(), driver -> driver.cell(cell));
    }

    private void message(String key, Consumer<Driver> message) {
        messages.computeIfAbsent(key, same -> new ArrayList<>()).add(message);
    }

    /** All messages in one of the orders they may arrive in, some twice. */
    List<Consumer<Driver>> told(long order) {
        var random = new Random(31 * seed + order);
        var waiting = new ArrayList<Deque<Consumer<Driver>>>();
        messages.values().forEach(inOrder -> waiting.add(new ArrayDeque<>(inOrder)));
        var told = new ArrayList<Consumer<Driver>>();
        while (!waiting.isEmpty()) {
            var next = waiting.get(random.nextInt(waiting.size()));
            var message = next.remove();
            told.add(message);
            if (random.nextInt(5) == 0) {
                told.add(message);
            }
            if (next.isEmpty()) {
                waiting.remove(next);
            }
        }
        return told;
    }

    /** The content hashes in the end, by version; what was never scored has none. */
    Map<String, String> hashes() {
        var hashes = new TreeMap<String, String>();
        for (var version : versions()) {
            var left = of(version, scores, SuitabilityScore::board, board -> board.versionKey());
            hashes.put(
                    version.topicKey(),
                    left.isEmpty() ? "none" : Snapshots.of(version, left, 1).contentHash());
        }
        return hashes;
    }

    /** The claims about both children that stand in the end. */
    Map<String, String> claims() {
        var comparison = new VersionComparison(Cells.CATALOG);
        var claims = new TreeMap<String, String>();
        for (var child : children) {
            var changes =
                    comparison
                            .compare(side(parent), side(child), StatisticalRule.standard())
                            .changes();
            ChangeNews.of(changes, new TreeMap<>())
                    .standing()
                    .forEach((key, change) -> claims.put(key, words(change)));
        }
        return claims;
    }

    static String words(CompatibilityChange change) {
        return change.kind() + " " + change.verdict();
    }

    private VersionSide side(VersionKey version) {
        return VersionSide.of(
                version,
                of(version, scores, SuitabilityScore::board, board -> board.versionKey()),
                of(version, cells, CellSummary::key, key -> key.board().versionKey()));
    }

    private List<VersionKey> versions() {
        return List.of(parent, children.get(0), children.get(1));
    }

    private static <T, K> List<T> of(
            VersionKey version,
            SortedMap<String, T> all,
            Function<T, K> key,
            Function<K, VersionKey> versionOf) {
        return all.values().stream()
                .filter(item -> versionOf.apply(key.apply(item)).equals(version))
                .toList();
    }
}
