-- Latest compatibility snapshot of each model version.
CREATE TABLE compatibility_snapshots (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, revision BIGINT, content_hash VARCHAR, as_of TIMESTAMP,
    entries INTEGER, record BLOB, "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE compatibility_snapshots IS 'Latest compatibility snapshot of each model version.';
