FROM batch_ledger ORDER BY batch, topic, "partition", topic_id, cluster_id;
