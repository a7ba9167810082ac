-- Latest recommendations hardware by hardware: ranked ones with score, excluded ones with the gate.
CREATE TABLE recommendation_ranks (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, workload VARCHAR, profile VARCHAR, hardware_id VARCHAR,
    hardware_type VARCHAR, hardware_device VARCHAR, rank INTEGER, tier INTEGER, score DOUBLE, lower DOUBLE,
    upper DOUBLE, confidence DOUBLE, state VARCHAR, grade VARCHAR, runs INTEGER, runtime VARCHAR, delegate VARCHAR,
    precision VARCHAR, quantization VARCHAR, batch_size INTEGER, memory_requirement_mb DOUBLE, gate VARCHAR,
    detail VARCHAR, batch BIGINT
);
COMMENT ON TABLE recommendation_ranks IS 'Latest recommendations hardware by hardware: ranked ones with score, excluded ones with the gate.';
