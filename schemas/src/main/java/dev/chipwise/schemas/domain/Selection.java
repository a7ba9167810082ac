package dev.chipwise.schemas.domain;

/**
 * Which configurations and hardware an ad-hoc question admits; null admits all. It chooses among
 * scores and never changes one: the board that scores are relative to stays whole.
 */
public record Selection(Integer batchSize, String precision, String runtime, String hardwareType) {

    public static final Selection ALL = new Selection(null, null, null, null);

    public boolean admits(CellSummary cell) {
        var configuration = cell.configuration();
        return (batchSize == null || batchSize == configuration.batchSize())
                && (precision == null || precision.equals(configuration.precision()))
                && (runtime == null || runtime.equals(configuration.runtime()))
                && (hardwareType == null || hardwareType.equals(cell.hardware().type()));
    }
}
