-- One row per registration of a model version; append-only, one row per event_id.
CREATE TABLE model_versions (
    event_id UUID, occurred_at TIMESTAMP, model VARCHAR, version VARCHAR, version_commit VARCHAR,
    artifact_sha256 VARCHAR, parent_version VARCHAR, metadata MAP(VARCHAR, VARCHAR), model_family VARCHAR,
    model_task VARCHAR, model_modality VARCHAR, parameters_million DOUBLE, source_kind VARCHAR,
    labels MAP(VARCHAR, VARCHAR), source_name VARCHAR, source_version VARCHAR, source_host VARCHAR,
    ci_provider VARCHAR, ci_repository VARCHAR, ci_commit VARCHAR, ci_branch VARCHAR, ci_run_url VARCHAR,
    topic VARCHAR, "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT, content_hash UUID
);
COMMENT ON TABLE model_versions IS 'One row per registration of a model version; append-only, one row per event_id.';
