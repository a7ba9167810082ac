-- Every score that was read, one row per profile, and deletions; score_history shows it with validity.
CREATE TABLE score_log (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, workload VARCHAR, hardware_id VARCHAR, profile VARCHAR,
    score DOUBLE, lower DOUBLE, upper DOUBLE, rank INTEGER, tier INTEGER, state VARCHAR, compatibility_score DOUBLE,
    grade VARCHAR, runs INTEGER, newest TIMESTAMP, gone BOOLEAN, "partition" INTEGER, "offset" BIGINT,
    recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE score_log IS 'Every score that was read, one row per profile, and deletions; score_history shows it with validity.';
