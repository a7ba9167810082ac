CREATE OR REPLACE VIEW current_battery_results AS
FROM battery_results
WHERE event_id NOT IN (SELECT result_id FROM retractions);
COMMENT ON VIEW current_battery_results IS 'Battery results that were not taken back.';
