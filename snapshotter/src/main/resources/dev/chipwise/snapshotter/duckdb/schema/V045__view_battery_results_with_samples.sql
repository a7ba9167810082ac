CREATE OR REPLACE VIEW battery_results_with_samples AS
SELECT
    result.*,
    series.sample_t_ms,
    series.sample_voltage_mv,
    series.sample_current_ua,
    series.sample_temperature_c,
    series.sample_level_pct
FROM battery_results AS result
LEFT JOIN (
    SELECT
        event_id,
        list(t_ms ORDER BY sample) AS sample_t_ms,
        list(voltage_mv ORDER BY sample) AS sample_voltage_mv,
        list(current_ua ORDER BY sample) AS sample_current_ua,
        list(temperature_c ORDER BY sample) AS sample_temperature_c,
        list(level_pct ORDER BY sample) AS sample_level_pct
    FROM battery_samples
    GROUP BY event_id
) AS series USING (event_id);
COMMENT ON VIEW battery_results_with_samples IS 'Battery results, each with its series of samples as lists.';
