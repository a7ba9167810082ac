CREATE OR REPLACE VIEW hardware_compatibility AS
SELECT
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS compatibility_id,
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS run_id,
    (md5_number_lower(model) >> 1)::BIGINT AS model_id,
    (md5_number_lower(hardware_id) >> 1)::BIGINT AS hardware_id,
    status = 'ok' AS is_compatible,
    status <> 'unsupported' AS detection_success,
    status = 'ok' OR coalesce(failure_class, '') <> 'load_failed' AS initialization_success,
    failure_message AS error_message,
    failure_class AS error_type,
    NULL::VARCHAR AS suggested_fix,
    false AS workaround_available,
    NULL::DOUBLE AS compatibility_score,
    to_json({'version': version, 'runtime': runtime, 'precision': precision}) AS metadata,
    occurred_at AS created_at
FROM current_results
WHERE status <> 'skipped';
COMMENT ON VIEW hardware_compatibility IS 'Named as in the older benchmark database: how each benchmark run ended; scores are in hardware_model_compatibility.';
