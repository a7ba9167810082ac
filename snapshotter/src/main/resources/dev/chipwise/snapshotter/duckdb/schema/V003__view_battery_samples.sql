CREATE OR REPLACE VIEW battery_samples AS
SELECT
    event_id,
    sample,
    reading.t_ms,
    reading.voltage_mv,
    reading.current_ua,
    reading.temperature_c,
    reading.level_pct,
    topic,
    "partition",
    "offset",
    batch
FROM (
    SELECT
        event_id, topic, "partition", "offset", batch,
        unnest(range(len(samples)))::INTEGER AS sample,
        unnest(samples) AS reading
    FROM battery_results
);
COMMENT ON VIEW battery_samples IS 'One row per kept reading of the gauge during a battery run.';
