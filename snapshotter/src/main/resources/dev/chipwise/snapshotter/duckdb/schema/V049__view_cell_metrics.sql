CREATE OR REPLACE VIEW cell_metrics AS
SELECT
    topic_key, model, version, workload, hardware_id, configuration, evidence,
    unnest(metrics) AS metric,
    unnest(metric_runs) AS runs,
    unnest(metric_centre) AS centre,
    unnest(metric_spread) AS spread,
    unnest(metric_dof) AS dof,
    unnest(metric_min) AS min,
    unnest(metric_max) AS max,
    unnest(metric_newest) AS newest
FROM cell_summaries;
COMMENT ON VIEW cell_metrics IS 'Cell summaries, one row per metric; centre and spread on the log-cost scale, the rest in the metric unit.';
