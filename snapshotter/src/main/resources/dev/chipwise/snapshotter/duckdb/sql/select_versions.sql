SELECT model, version FROM benchmark_results WHERE model = $1
UNION
SELECT model, version FROM battery_results WHERE model = $1
UNION
SELECT model, version FROM model_versions WHERE model = $1;
