COMMENT ON COLUMN sink_progress.cluster_id IS 'id of the Kafka cluster';
COMMENT ON COLUMN sink_progress.topic_id IS 'UUID of the topic';
COMMENT ON COLUMN sink_progress.topic IS 'name without prefix, for people';
COMMENT ON COLUMN sink_progress."partition" IS 'partition';
COMMENT ON COLUMN sink_progress.start_offset IS 'first offset ever wanted';
COMMENT ON COLUMN sink_progress.next_offset IS 'offset to read next';
COMMENT ON COLUMN sink_progress.leader_epoch IS 'leader epoch of the last record, -1 when not known';
COMMENT ON COLUMN sink_progress.owner_epoch IS 'counts the openings of the file; only the newest may write';
COMMENT ON COLUMN sink_progress.batch IS 'batch that moved it last';
