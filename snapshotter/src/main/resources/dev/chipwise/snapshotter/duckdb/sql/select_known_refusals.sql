SELECT source_topic, source_partition, source_offset
FROM rejected_results
SEMI JOIN stage_places USING (source_topic, source_partition, source_offset);
