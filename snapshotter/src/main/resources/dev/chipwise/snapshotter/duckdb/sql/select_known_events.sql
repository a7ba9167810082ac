SELECT event_id, content_hash FROM ${table} SEMI JOIN stage_ids USING (event_id) WHERE event_id BETWEEN ? AND ?;
