-- Every snapshot that was read, and deletions; snapshot_history shows it with validity.
CREATE TABLE snapshot_log (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, revision BIGINT, content_hash VARCHAR, as_of TIMESTAMP,
    entries INTEGER, record BLOB, gone BOOLEAN, "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP,
    batch BIGINT
);
COMMENT ON TABLE snapshot_log IS 'Every snapshot that was read, and deletions; snapshot_history shows it with validity.';
