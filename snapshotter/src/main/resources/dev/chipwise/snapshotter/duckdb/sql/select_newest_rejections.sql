FROM rejected_results ORDER BY batch DESC, source_topic, source_partition, source_offset LIMIT ?;
