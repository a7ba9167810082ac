-- Latest compatibility snapshots entry by entry.
CREATE TABLE compatibility_entries (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, workload VARCHAR, task VARCHAR, test_case VARCHAR,
    hardware_id VARCHAR, hardware_type VARCHAR, hardware_device VARCHAR, state VARCHAR, level VARCHAR,
    compatibility_score DOUBLE, suitability_score DOUBLE, runtime VARCHAR, delegate VARCHAR, precision VARCHAR,
    quantization VARCHAR, batch_size INTEGER, memory_requirement_mb DOUBLE, evidence VARCHAR, grade VARCHAR,
    runs INTEGER, newest TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE compatibility_entries IS 'Latest compatibility snapshots entry by entry.';
