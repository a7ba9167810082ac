package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Outcome;
import java.util.Map;

/** A row that says which cells never work; {@code *} matches every precision. */
record FailureRule(String model, String device, String unit, String precision, Outcome outcome) {

    static FailureRule of(Map<String, String> row) {
        var failureClass = row.get("failure_class");
        return new FailureRule(
                row.get("model"),
                row.get("device"),
                row.get("unit"),
                row.get("precision"),
                new Outcome(
                        Outcome.Status.of(row.get("status")),
                        failureClass.isEmpty() ? null : failureClass,
                        row.get("message")));
    }

    boolean matches(Cell cell) {
        return model.equals(cell.model().base())
                && device.equals(cell.device().key())
                && unit.equals(cell.processor().unit())
                && (precision.equals("*") || precision.equals(cell.precision().id()));
    }
}
