-- Every recommendation that was read, and deletions; recommendation_history shows it with validity.
CREATE TABLE recommendation_log (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, workload VARCHAR, profile VARCHAR, hardware_id VARCHAR,
    score DOUBLE, lower DOUBLE, upper DOUBLE, as_of TIMESTAMP, sequence BIGINT, material BOOLEAN,
    previous_leader VARCHAR, cause VARCHAR, gone BOOLEAN, "partition" INTEGER, "offset" BIGINT,
    recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE recommendation_log IS 'Every recommendation that was read, and deletions; recommendation_history shows it with validity.';
