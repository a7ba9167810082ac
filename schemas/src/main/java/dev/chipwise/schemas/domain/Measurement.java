package dev.chipwise.schemas.domain;

/**
 * One measured value.
 *
 * @param metric a metric id of the catalogue, which fixes unit and direction
 * @param unit the unit the publisher means; must be the metric's own
 */
public record Measurement(String metric, double value, String unit, Provenance provenance) {

    /** How the value came about. */
    public enum Provenance implements WireName {
        MEASURED,
        DERIVED,
        ESTIMATED,
        /** Written by a newer or broken publisher; never valid. */
        UNRECOGNISED;

        public static Provenance of(String wireName) {
            return WireName.parse(Provenance.class, wireName, UNRECOGNISED);
        }
    }

    public Measurement(String metric, double value, String unit) {
        this(metric, value, unit, Provenance.MEASURED);
    }
}
