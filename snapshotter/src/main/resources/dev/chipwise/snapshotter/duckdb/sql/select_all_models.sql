SELECT model FROM benchmark_results
UNION
SELECT model FROM battery_results
UNION
SELECT model FROM model_versions
UNION
SELECT model FROM retractions
UNION
SELECT model FROM cell_summaries
UNION
SELECT model FROM score_records
UNION
SELECT model FROM recommendations
UNION
SELECT model FROM compatibility_snapshots;
