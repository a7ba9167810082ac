SELECT model FROM benchmark_results
UNION
SELECT model FROM battery_results
UNION
SELECT model FROM model_versions;
