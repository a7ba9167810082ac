-- Latest scores: one row per board, hardware and profile.
CREATE TABLE suitability_scores (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, workload VARCHAR, task VARCHAR, test_case VARCHAR,
    hardware_id VARCHAR, hardware_type VARCHAR, hardware_device VARCHAR, profile VARCHAR, profile_version INTEGER,
    score DOUBLE, lower DOUBLE, upper DOUBLE, rank INTEGER, tier INTEGER, confidence DOUBLE, runtime VARCHAR,
    delegate VARCHAR, precision VARCHAR, quantization VARCHAR, batch_size INTEGER, memory_requirement_mb DOUBLE,
    failed_gates VARCHAR[], state VARCHAR, level VARCHAR, compatibility_score DOUBLE, throughput_score DOUBLE,
    latency_score DOUBLE, memory_score DOUBLE, energy_score DOUBLE, evidence VARCHAR, grade VARCHAR, runs INTEGER,
    newest TIMESTAMP, inputs_hash VARCHAR, "offset" BIGINT, batch BIGINT
);
COMMENT ON TABLE suitability_scores IS 'Latest scores: one row per board, hardware and profile.';
