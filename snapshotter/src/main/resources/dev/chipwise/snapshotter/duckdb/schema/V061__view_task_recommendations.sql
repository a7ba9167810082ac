CREATE OR REPLACE VIEW task_recommendations AS
SELECT
    (md5_number_lower(topic_key || rank.hardware_id) >> 1)::BIGINT AS id,
    recommendation.test_case AS task_type,
    (md5_number_lower(rank.model) >> 1)::BIGINT AS model_id,
    (md5_number_lower(rank.hardware_id) >> 1)::BIGINT AS hardware_id,
    rank.score AS suitability_score,
    recommendation.as_of AS created_at,
    recommendation.as_of AS last_updated
FROM recommendation_ranks AS rank
JOIN recommendations AS recommendation USING (topic_key)
WHERE rank.profile = 'balanced' AND rank.rank IS NOT NULL;
COMMENT ON VIEW task_recommendations IS 'Named as in the older benchmark database: latest ranking of the balanced profile, per version and workload.';
