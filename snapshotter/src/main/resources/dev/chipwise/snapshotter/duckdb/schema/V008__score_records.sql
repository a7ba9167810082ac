-- Latest scores of each board and hardware; suitability_scores shows them per profile.
CREATE TABLE score_records (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, workload VARCHAR, task VARCHAR, test_case VARCHAR,
    hardware_id VARCHAR, hardware_type VARCHAR, hardware_device VARCHAR,
    profiles STRUCT(
        profile VARCHAR, profile_version INTEGER, score DOUBLE, lower DOUBLE, upper DOUBLE, rank INTEGER, tier INTEGER,
        confidence DOUBLE, runtime VARCHAR, delegate VARCHAR, precision VARCHAR, quantization VARCHAR,
        batch_size INTEGER, memory_requirement_mb DOUBLE, failed_gates VARCHAR[]
    )[],
    state VARCHAR, level VARCHAR, compatibility_score DOUBLE, throughput_score DOUBLE, latency_score DOUBLE,
    memory_score DOUBLE, energy_score DOUBLE, evidence VARCHAR, grade VARCHAR, runs INTEGER, newest TIMESTAMP,
    inputs_hash VARCHAR, record BLOB, "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE score_records IS 'Latest scores of each board and hardware; suitability_scores shows them per profile.';
