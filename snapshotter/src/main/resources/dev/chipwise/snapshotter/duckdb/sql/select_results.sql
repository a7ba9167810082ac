FROM ${table}
WHERE model = ? AND version = ? AND event_id NOT IN (SELECT result_id FROM retractions);
