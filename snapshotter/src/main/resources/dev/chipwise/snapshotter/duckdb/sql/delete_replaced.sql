DELETE FROM ${table} WHERE event_id IN (SELECT event_id FROM ${rows});
