CREATE OR REPLACE VIEW hardware_model_compatibility AS
SELECT
    (md5_number_lower(topic_key) >> 1)::BIGINT AS id,
    (md5_number_lower(model) >> 1)::BIGINT AS model_id,
    (md5_number_lower(hardware_id) >> 1)::BIGINT AS hardware_id,
    compatibility_score,
    score AS suitability_score,
    batch_size AS recommended_batch_size,
    precision AS recommended_precision,
    memory_requirement_mb AS memory_requirement,
    newest AS created_at,
    newest AS last_updated,
    'version ' || version || ', ' || test_case AS notes
FROM suitability_scores
WHERE profile = 'balanced';
COMMENT ON VIEW hardware_model_compatibility IS 'Named as in the older benchmark database: latest scores of the balanced profile, per version and workload; memory in MB.';
