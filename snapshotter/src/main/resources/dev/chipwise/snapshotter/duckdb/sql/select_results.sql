FROM ${table}
ANTI JOIN (
    SELECT result_id AS event_id, result_occurred_at AS occurred_at, model, version, hardware_id, evidence
    FROM retractions
) USING (event_id, occurred_at, model, version, hardware_id, evidence)
WHERE model = ? AND version = ?;
