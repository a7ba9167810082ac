SELECT source_topic, source_partition, source_offset
FROM rejected_results
SEMI JOIN ${rows} AS asked USING (source_topic, source_partition, source_offset);
