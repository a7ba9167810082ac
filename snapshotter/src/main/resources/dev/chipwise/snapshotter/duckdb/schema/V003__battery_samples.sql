-- One row per kept reading of the gauge during a battery run.
CREATE TABLE battery_samples (
    event_id UUID, sample INTEGER, t_ms BIGINT, voltage_mv DOUBLE, current_ua DOUBLE, temperature_c DOUBLE,
    level_pct DOUBLE, topic VARCHAR, "partition" INTEGER, "offset" BIGINT, batch BIGINT
);
COMMENT ON TABLE battery_samples IS 'One row per kept reading of the gauge during a battery run.';
