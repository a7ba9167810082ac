CREATE OR REPLACE VIEW model_registry_versions AS
SELECT
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS id,
    (md5_number_lower(model) >> 1)::BIGINT AS model_id,
    version AS version_tag,
    coalesce(version_commit, artifact_sha256) AS version_hash,
    occurred_at AS created_at,
    to_json(metadata) AS metadata
FROM model_versions;
COMMENT ON VIEW model_registry_versions IS 'Named as in the older benchmark database: one row per registration.';
