SELECT event_id, content_hash, "offset", batch
FROM ${table}
WHERE topic = ? AND "partition" = ?
ORDER BY "offset";
