package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.Reason;
import java.util.Set;

/**
 * A row of an MLPerf table, in its own words.
 *
 * @param run rows about the same run say the same here
 * @param unit what its result, or else its power, is counted in
 * @param result null in a row that only has power
 * @param power null where it has none
 */
record MlperfRow(
        Where where,
        ForeignFields fields,
        String run,
        String unit,
        Double result,
        MlperfRow.Power power) {

    static final String WATTS = "Watts";
    static final String MILLIJOULES = "millijoules";

    private static final Set<String> POWER_UNITS = Set.of(WATTS, MILLIJOULES);
    private static final String RESULT_POWER = "Result_Power";

    /** The mean of the whole system in watts, or millijoules per query. */
    record Power(double value, String unit) {}

    static MlperfRow of(Where where, JsonNode json) {
        var fields = ForeignFields.of(json);
        var unit = fields.identity("Units", "Result_Units");
        var result = fields.number("Result");
        boolean onlyPower = result == null && POWER_UNITS.contains(unit);
        var power = power(fields, onlyPower ? unit : fields.text("Result_Power_Units"));
        if (result == null && power == null) {
            throw new UnreadableField(
                    Reason.MISSING_VALUE, onlyPower ? RESULT_POWER : "Result", "is missing");
        }
        var run = fields.identity("Location") + " " + fields.identity("Scenario");
        return new MlperfRow(where, fields, run, unit, result, power);
    }

    private static Power power(ForeignFields fields, String unit) {
        var value = fields.number(RESULT_POWER);
        if (value == null) {
            return null;
        }
        if (unit == null || !POWER_UNITS.contains(unit)) {
            throw new UnreadableField(
                    Reason.UNIT_MISMATCH,
                    "Result_Power_Units",
                    "must be Watts or millijoules, not '" + unit + "'");
        }
        return new Power(value, unit);
    }
}
