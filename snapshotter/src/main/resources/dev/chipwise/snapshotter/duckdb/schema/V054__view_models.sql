CREATE OR REPLACE VIEW models AS
SELECT
    (md5_number_lower(model) >> 1)::BIGINT AS model_id,
    model AS model_name,
    arg_max(model_family, occurred_at) AS model_family,
    arg_max(model_modality, occurred_at) AS modality,
    'unknown' AS source,
    arg_max(version, occurred_at) AS version,
    arg_max(parameters_million, occurred_at) AS parameters_million,
    NULL::JSON AS metadata,
    min(occurred_at) AS created_at
FROM (
    SELECT model, model_family, model_modality, version, parameters_million, occurred_at FROM benchmark_results
    UNION ALL
    SELECT model, model_family, model_modality, version, parameters_million, occurred_at FROM battery_results
    UNION ALL
    SELECT model, model_family, model_modality, version, parameters_million, occurred_at FROM model_versions
)
GROUP BY model;
COMMENT ON VIEW models IS 'Named as in the older benchmark database: one row per model; version is the newest.';
