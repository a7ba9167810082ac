-- One row per accepted battery result; append-only, one row per event_id.
CREATE TABLE battery_results (
    event_id UUID, occurred_at TIMESTAMP, model VARCHAR, version VARCHAR, task VARCHAR, test_case VARCHAR,
    hardware_id VARCHAR, hardware_type VARCHAR, hardware_device VARCHAR, runtime VARCHAR, runtime_version VARCHAR,
    delegate VARCHAR, precision VARCHAR, quantization VARCHAR, batch_size INTEGER, status VARCHAR,
    failure_class VARCHAR, power_avg_mw DOUBLE, power_peak_mw DOUBLE, power_idle_mw DOUBLE, energy_total_mj DOUBLE,
    energy_per_inference_mj DOUBLE, inferences_per_joule DOUBLE, battery_drain_pct_per_hour DOUBLE,
    battery_life_impact_pct DOUBLE, temperature_start_c DOUBLE, temperature_end_c DOUBLE, temperature_max_c DOUBLE,
    temperature_rise_c DOUBLE, throttled_s DOUBLE, throughput_items_per_second DOUBLE,
    throughput_sustained_items_per_second DOUBLE, latency_mean_ms DOUBLE, memory_peak_mb DOUBLE, evidence VARCHAR,
    source_kind VARCHAR, labels MAP(VARCHAR, VARCHAR), failure_message VARCHAR, procedure VARCHAR,
    device_state VARCHAR, power_mode VARCHAR, method VARCHAR, method_resolution_mj DOUBLE, charging BOOLEAN,
    duration_ms DOUBLE, throttling_events INTEGER, throttling_s DOUBLE, throttling_level INTEGER, zones VARCHAR[],
    zone_start_c DOUBLE[], zone_end_c DOUBLE[], zone_max_c DOUBLE[],
    samples STRUCT(t_ms BIGINT, voltage_mv DOUBLE, current_ua DOUBLE, temperature_c DOUBLE, level_pct DOUBLE)[],
    other_metrics MAP(VARCHAR, DOUBLE),
    provenance MAP(VARCHAR, VARCHAR), model_family VARCHAR, model_task VARCHAR, model_modality VARCHAR,
    parameters_million DOUBLE, version_commit VARCHAR, artifact_sha256 VARCHAR, hardware_vendor VARCHAR,
    soc VARCHAR, os VARCHAR, os_version VARCHAR, driver VARCHAR, hardware_memory_mb DOUBLE, input_shape VARCHAR,
    sequence_length INTEGER, threads INTEGER, source_name VARCHAR, source_version VARCHAR, source_host VARCHAR,
    ci_provider VARCHAR, ci_repository VARCHAR, ci_commit VARCHAR, ci_branch VARCHAR, ci_run_url VARCHAR,
    topic VARCHAR, "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT, content_hash UUID
);
COMMENT ON TABLE battery_results IS 'One row per accepted battery result; append-only, one row per event_id.';
