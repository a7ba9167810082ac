-- One row per result that was taken back; append-only, one row per event_id.
CREATE TABLE retractions (
    event_id UUID, occurred_at TIMESTAMP, result_id UUID, result_occurred_at TIMESTAMP, model VARCHAR,
    version VARCHAR, workload VARCHAR, hardware_id VARCHAR, configuration VARCHAR, reason VARCHAR, evidence VARCHAR,
    source_kind VARCHAR, labels MAP(VARCHAR, VARCHAR), source_name VARCHAR, source_version VARCHAR,
    source_host VARCHAR, ci_provider VARCHAR, ci_repository VARCHAR, ci_commit VARCHAR, ci_branch VARCHAR,
    ci_run_url VARCHAR, topic VARCHAR, "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT,
    content_hash UUID
);
COMMENT ON TABLE retractions IS 'One row per result that was taken back; append-only, one row per event_id.';
