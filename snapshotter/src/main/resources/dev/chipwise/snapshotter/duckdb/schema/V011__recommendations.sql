-- Latest recommendation of each board and profile, with its leader.
CREATE TABLE recommendations (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, workload VARCHAR, task VARCHAR, test_case VARCHAR,
    profile VARCHAR, profile_version INTEGER, as_of TIMESTAMP, evidence VARCHAR, hardware_id VARCHAR,
    hardware_type VARCHAR, hardware_device VARCHAR, score DOUBLE, lower DOUBLE, upper DOUBLE, runtime VARCHAR,
    delegate VARCHAR, precision VARCHAR, quantization VARCHAR, batch_size INTEGER, memory_requirement_mb DOUBLE,
    grade VARCHAR, ranked INTEGER, excluded INTEGER, metrics_left_out VARCHAR[], sequence BIGINT, material BOOLEAN,
    previous_leader VARCHAR, cause VARCHAR,
    places STRUCT(
        hardware_id VARCHAR, hardware_type VARCHAR, hardware_device VARCHAR, rank INTEGER, tier INTEGER, score DOUBLE,
        lower DOUBLE, upper DOUBLE, confidence DOUBLE, state VARCHAR, grade VARCHAR, runs INTEGER, runtime VARCHAR,
        delegate VARCHAR, precision VARCHAR, quantization VARCHAR, batch_size INTEGER, memory_requirement_mb DOUBLE,
        gate VARCHAR, detail VARCHAR
    )[],
    record BLOB, "partition" INTEGER, "offset" BIGINT,
    recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE recommendations IS 'Latest recommendation of each board and profile, with its leader.';
