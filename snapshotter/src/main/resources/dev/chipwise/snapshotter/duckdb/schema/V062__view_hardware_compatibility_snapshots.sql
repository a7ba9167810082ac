CREATE OR REPLACE VIEW hardware_compatibility_snapshots AS
SELECT
    (md5_number_lower(entry.topic_key || entry.workload || entry.hardware_id) >> 1)::BIGINT AS id,
    (md5_number_lower(entry.model) >> 1)::BIGINT AS model_id,
    registered.id AS version_id,
    (md5_number_lower(entry.hardware_id) >> 1)::BIGINT AS hardware_id,
    entry.compatibility_score,
    entry.suitability_score,
    entry.batch_size AS recommended_batch_size,
    entry.precision AS recommended_precision,
    entry.memory_requirement_mb AS memory_requirement,
    snapshot.as_of AS created_at
FROM compatibility_entries AS entry
JOIN compatibility_snapshots AS snapshot USING (topic_key)
LEFT JOIN (
    SELECT model, version, min((md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT) AS id
    FROM model_versions
    GROUP BY model, version
) AS registered ON registered.model = entry.model AND registered.version = entry.version;
COMMENT ON VIEW hardware_compatibility_snapshots IS 'Named as in the older benchmark database: latest snapshots entry by entry; memory in MB.';
