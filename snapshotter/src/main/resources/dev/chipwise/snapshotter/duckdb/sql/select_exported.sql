SELECT table_name AS name
FROM duckdb_tables()
WHERE database_name = current_database() AND NOT temporary
UNION ALL
SELECT view_name AS name
FROM duckdb_views()
WHERE database_name = current_database()
    AND view_name IN ('battery_samples', 'compatibility_entries', 'recommendation_ranks', 'score_log', 'suitability_scores')
ORDER BY name;
