-- A retraction counts where it counts for scores: with the id, time, cell and evidence of the result.
CREATE OR REPLACE VIEW current_battery_results AS
FROM battery_results
ANTI JOIN (
    SELECT result_id AS event_id, result_occurred_at AS occurred_at, model, version, hardware_id, evidence
    FROM retractions
) USING (event_id, occurred_at, model, version, hardware_id, evidence);
COMMENT ON VIEW current_battery_results IS 'Battery results that were not taken back.';
