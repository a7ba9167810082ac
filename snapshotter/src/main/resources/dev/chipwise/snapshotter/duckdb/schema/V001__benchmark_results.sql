-- One row per accepted benchmark result; append-only, one row per event_id.
CREATE TABLE benchmark_results (
    event_id UUID, occurred_at TIMESTAMP, model VARCHAR, version VARCHAR, task VARCHAR, test_case VARCHAR,
    hardware_id VARCHAR, hardware_type VARCHAR, hardware_device VARCHAR, runtime VARCHAR, runtime_version VARCHAR,
    delegate VARCHAR, precision VARCHAR, quantization VARCHAR, batch_size INTEGER, status VARCHAR,
    failure_class VARCHAR, throughput_items_per_second DOUBLE, latency_mean_ms DOUBLE, latency_p50_ms DOUBLE,
    latency_p90_ms DOUBLE, latency_p95_ms DOUBLE, latency_p99_ms DOUBLE, memory_peak_mb DOUBLE, layers_npu DOUBLE,
    layers_gpu DOUBLE, layers_cpu DOUBLE, evidence VARCHAR, source_kind VARCHAR, labels MAP(VARCHAR, VARCHAR),
    failure_message VARCHAR, item_unit VARCHAR, iterations INTEGER, warmup INTEGER, duration_ms DOUBLE,
    protocol_given BOOLEAN, accuracy_metric VARCHAR, accuracy_value DOUBLE, accuracy_reference DOUBLE,
    raw_latencies_ms DOUBLE[], other_metrics MAP(VARCHAR, DOUBLE), provenance MAP(VARCHAR, VARCHAR),
    model_family VARCHAR, model_task VARCHAR, model_modality VARCHAR, parameters_million DOUBLE,
    version_commit VARCHAR, artifact_sha256 VARCHAR, hardware_vendor VARCHAR, soc VARCHAR, os VARCHAR,
    os_version VARCHAR, driver VARCHAR, hardware_memory_mb DOUBLE, input_shape VARCHAR, sequence_length INTEGER,
    threads INTEGER, source_name VARCHAR, source_version VARCHAR, source_host VARCHAR, ci_provider VARCHAR,
    ci_repository VARCHAR, ci_commit VARCHAR, ci_branch VARCHAR, ci_run_url VARCHAR, topic VARCHAR,
    "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT, content_hash UUID
);
COMMENT ON TABLE benchmark_results IS 'One row per accepted benchmark result; append-only, one row per event_id.';
