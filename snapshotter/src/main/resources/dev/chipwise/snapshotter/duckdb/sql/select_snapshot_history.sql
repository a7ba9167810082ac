SELECT record FROM snapshot_log WHERE topic_key = ? AND NOT gone ORDER BY "offset";
