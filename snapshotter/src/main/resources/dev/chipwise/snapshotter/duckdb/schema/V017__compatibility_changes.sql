-- Every reported difference between versions or revisions; append-only.
CREATE TABLE compatibility_changes (
    model VARCHAR, from_version VARCHAR, to_version VARCHAR, workload VARCHAR, test_case VARCHAR,
    hardware_id VARCHAR, hardware_type VARCHAR, hardware_device VARCHAR, configuration VARCHAR, kind VARCHAR,
    metric VARCHAR, before VARCHAR, after VARCHAR, relative_change DOUBLE, p_value DOUBLE, verdict VARCHAR,
    severity VARCHAR, runs_before INTEGER, runs_after INTEGER, runs_needed INTEGER, evidence VARCHAR, record BLOB,
    "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE compatibility_changes IS 'Every reported difference between versions or revisions; append-only.';
