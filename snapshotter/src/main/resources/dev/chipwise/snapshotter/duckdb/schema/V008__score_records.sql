-- Latest score record of each board and hardware, whole; suitability_scores shows it per profile.
CREATE TABLE score_records (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, workload VARCHAR, hardware_id VARCHAR, record BLOB,
    "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE score_records IS 'Latest score record of each board and hardware, whole; suitability_scores shows it per profile.';
