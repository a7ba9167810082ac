CREATE OR REPLACE VIEW thermal_throttling_events AS
SELECT
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS id,
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS result_id,
    NULL::DOUBLE AS start_time,
    NULL::DOUBLE AS end_time,
    throttling_s AS duration_seconds,
    temperature_max_c AS max_temperature_celsius,
    NULL::DOUBLE AS performance_impact_percent,
    throttling_level,
    zones[list_position(zone_max_c, list_max(zone_max_c))] AS zone_name,
    'THROTTLING' AS event_type,
    NULL::JSON AS actions_taken,
    occurred_at AS created_at
FROM current_battery_results
WHERE throttling_events > 0;
COMMENT ON VIEW thermal_throttling_events IS 'Named as in the older benchmark database: one row per battery run that throttled, its events together.';
