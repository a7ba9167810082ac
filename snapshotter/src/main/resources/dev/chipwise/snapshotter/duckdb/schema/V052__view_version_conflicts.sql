CREATE OR REPLACE VIEW version_conflicts AS
SELECT model, version, count(*) AS registrations, min(occurred_at) AS first_registered, max(occurred_at) AS last_registered
FROM model_versions
GROUP BY model, version
HAVING count(DISTINCT (version_commit, artifact_sha256, parent_version, metadata)) > 1;
COMMENT ON VIEW version_conflicts IS 'Tags that were registered more than once with different content.';
