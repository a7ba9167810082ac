CREATE OR REPLACE VIEW battery_impact_time_series AS
SELECT
    (md5_number_lower(event_id::VARCHAR || sample::VARCHAR) >> 1)::BIGINT AS id,
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS result_id,
    t_ms / 1000 AS timestamp,
    voltage_mv * current_ua / 1e6 AS power_consumption,
    temperature_c AS temperature,
    NULL::DOUBLE AS throughput,
    NULL::DOUBLE AS memory_usage
FROM battery_samples;
COMMENT ON VIEW battery_impact_time_series IS 'Named as in the older benchmark database: samples of battery runs; timestamp in s after the start, power in mW, C.';
