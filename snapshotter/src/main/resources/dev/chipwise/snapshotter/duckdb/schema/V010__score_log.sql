-- Every score record that was read, and deletions, which have no profiles; score_log shows them per profile.
CREATE TABLE score_log_records (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, workload VARCHAR, hardware_id VARCHAR,
    profiles STRUCT(
        profile VARCHAR, score DOUBLE, lower DOUBLE, upper DOUBLE, rank INTEGER, tier INTEGER
    )[],
    state VARCHAR, compatibility_score DOUBLE, grade VARCHAR, runs INTEGER, newest TIMESTAMP, gone BOOLEAN,
    "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE score_log_records IS 'Every score record that was read, and deletions; score_log shows them per profile.';
CREATE OR REPLACE VIEW score_log AS
SELECT
    topic_key, model, version, workload, hardware_id, part.profile, part.score, part.lower, part.upper, part.rank, part.tier,
    state, compatibility_score, grade, runs, newest, gone, "partition", "offset", recorded_at, batch
FROM (SELECT *, unnest(CASE WHEN len(profiles) > 0 THEN profiles ELSE [NULL] END) AS part FROM score_log_records);
COMMENT ON VIEW score_log IS 'Every score that was read, one row per profile, and deletions; score_history shows it with validity.';
