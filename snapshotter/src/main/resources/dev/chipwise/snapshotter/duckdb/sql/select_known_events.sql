SELECT event_id, content_hash FROM ${table} SEMI JOIN ${rows} AS asked USING (event_id) WHERE event_id BETWEEN ? AND ?;
