CREATE OR REPLACE VIEW performance_results AS
SELECT
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS result_id,
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS run_id,
    (md5_number_lower(model) >> 1)::BIGINT AS model_id,
    (md5_number_lower(hardware_id) >> 1)::BIGINT AS hardware_id,
    test_case,
    batch_size,
    precision,
    duration_ms / 1000 AS total_time_seconds,
    latency_mean_ms AS average_latency_ms,
    throughput_items_per_second,
    memory_peak_mb,
    iterations,
    warmup AS warmup_iterations,
    to_json({
        'latency_p50_ms': latency_p50_ms, 'latency_p90_ms': latency_p90_ms, 'latency_p95_ms': latency_p95_ms,
        'latency_p99_ms': latency_p99_ms, 'version': version, 'runtime': runtime, 'other': other_metrics
    }) AS metrics,
    occurred_at AS created_at
FROM current_results
WHERE status = 'ok';
COMMENT ON VIEW performance_results IS 'Named as in the older benchmark database: benchmark results that ended well; what was not measured is NULL, never 0.';
