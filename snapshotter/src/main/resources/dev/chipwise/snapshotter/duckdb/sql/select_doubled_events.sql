SELECT event_id AS key, count(*) AS rows FROM ${table} GROUP BY event_id, content_hash HAVING count(*) > 1;
