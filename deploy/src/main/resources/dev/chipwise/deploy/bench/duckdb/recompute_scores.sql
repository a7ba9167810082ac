-- The older registry's formula over every row there is: each score is relative to the best row of all, so a new
-- result can move any of them.
INSERT OR REPLACE INTO hardware_model_compatibility
WITH extremes AS (
    SELECT max(throughput) AS most_throughput,
        min(latency) AS least_latency,
        min(memory) AS least_memory,
        max(memory) - min(memory) AS memory_range
    FROM results
),
means AS (
    SELECT model,
        hardware,
        avg(throughput) AS throughput,
        avg(latency) AS latency,
        avg(memory) AS memory,
        arg_max(batch_size, throughput) AS batch_size,
        count(*) AS tests
    FROM results
    GROUP BY model, hardware
),
parts AS (
    SELECT model,
        hardware,
        throughput / most_throughput AS throughput_score,
        least_latency / latency AS latency_score,
        CASE WHEN memory_range > 0 THEN 1 - (memory - least_memory) / memory_range ELSE 0.5 END AS memory_score,
        batch_size,
        tests
    FROM means, extremes
),
scores AS (
    SELECT *, 0.5 * throughput_score + 0.3 * latency_score + 0.2 * memory_score AS compatibility
    FROM parts
)
SELECT model,
    hardware,
    throughput_score,
    latency_score,
    memory_score,
    compatibility,
    compatibility * least(1, 0.5 + 0.1 * tests),
    batch_size,
    tests
FROM scores
