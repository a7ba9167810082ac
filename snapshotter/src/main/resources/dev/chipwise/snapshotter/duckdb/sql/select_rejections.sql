FROM rejected_results ORDER BY source_topic, source_partition, source_offset;
