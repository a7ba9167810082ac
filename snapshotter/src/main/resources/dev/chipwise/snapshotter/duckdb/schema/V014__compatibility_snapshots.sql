-- Latest compatibility snapshot of each model version.
CREATE TABLE compatibility_snapshots (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, revision BIGINT, content_hash VARCHAR, as_of TIMESTAMP,
    entries INTEGER,
    listing STRUCT(
        workload VARCHAR, task VARCHAR, test_case VARCHAR, hardware_id VARCHAR, hardware_type VARCHAR,
        hardware_device VARCHAR, state VARCHAR, level VARCHAR, compatibility_score DOUBLE, suitability_score DOUBLE,
        runtime VARCHAR, delegate VARCHAR, precision VARCHAR, quantization VARCHAR, batch_size INTEGER,
        memory_requirement_mb DOUBLE, evidence VARCHAR, grade VARCHAR, runs INTEGER, newest TIMESTAMP
    )[],
    record BLOB, "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE compatibility_snapshots IS 'Latest compatibility snapshot of each model version.';
