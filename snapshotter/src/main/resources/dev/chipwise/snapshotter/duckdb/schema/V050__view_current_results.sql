-- A retraction counts where it counts for scores: with the id, time, cell and evidence of the result.
CREATE OR REPLACE VIEW current_results AS
FROM benchmark_results
ANTI JOIN (
    SELECT result_id AS event_id, result_occurred_at AS occurred_at, model, version, hardware_id, evidence
    FROM retractions
) USING (event_id, occurred_at, model, version, hardware_id, evidence);
COMMENT ON VIEW current_results IS 'Benchmark results that were not taken back.';
