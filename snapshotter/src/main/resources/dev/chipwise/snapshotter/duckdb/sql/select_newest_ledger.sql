FROM batch_ledger ORDER BY batch DESC, topic, "partition", topic_id, cluster_id LIMIT ?;
