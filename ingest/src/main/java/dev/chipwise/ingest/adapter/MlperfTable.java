package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The rows of one MLPerf table, and how power finds the run that it belongs to. */
final class MlperfTable {

    static final String POWER_OF_A_RUN = "is the power of another row's run, which carries it";

    private final List<MlperfRow> results = new ArrayList<>();
    private final Map<String, MlperfRow> powers = new LinkedHashMap<>();
    private final List<MlperfRow> contested = new ArrayList<>();

    /** A run with the power that its own row or a row beside it gives; null where none does. */
    record Run(MlperfRow row, MlperfRow.Power power) {}

    void add(MlperfRow row) {
        if (row.result() != null) {
            results.add(row);
        } else if (powers.putIfAbsent(row.run(), row) != null) {
            contested.add(row);
        }
    }

    /** Every run; what became of the rows that are none goes to the consumer. */
    List<Run> runs(Consumer<Parsed> others) {
        var runs = new ArrayList<Run>();
        var lonely = new HashMap<>(powers);
        for (var row : results) {
            var beside = row.power() == null ? powers.get(row.run()) : null;
            runs.add(new Run(row, beside == null ? row.power() : beside.power()));
            if (beside != null) {
                lonely.remove(row.run());
            }
        }
        powers.forEach(
                (run, power) ->
                        others.accept(
                                lonely.containsKey(run) ? withoutRun(power) : carried(power)));
        contested.forEach(power -> others.accept(contested(power)));
        return runs;
    }

    private static Parsed carried(MlperfRow power) {
        return new Parsed.LeftOut(power.where(), POWER_OF_A_RUN);
    }

    private static Parsed withoutRun(MlperfRow power) {
        return new Parsed.Unreadable(
                power.where(),
                Reason.MISSING_VALUE,
                "is the power of a run without a row of its own: " + power.run());
    }

    private static Parsed contested(MlperfRow power) {
        return new Parsed.Unreadable(
                power.where(),
                Reason.CONFLICTING_DUPLICATE,
                "is another power of the same run: " + power.run());
    }
}
