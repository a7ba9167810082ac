CREATE OR REPLACE VIEW current_results AS
FROM benchmark_results
WHERE event_id NOT IN (SELECT result_id FROM retractions);
COMMENT ON VIEW current_results IS 'Benchmark results that were not taken back.';
