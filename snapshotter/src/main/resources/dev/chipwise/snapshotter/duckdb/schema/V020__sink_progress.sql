-- Where the sink continues, per partition: written with the rows, in one transaction.
CREATE TABLE sink_progress (
    cluster_id VARCHAR, topic_id VARCHAR, topic VARCHAR, "partition" INTEGER, start_offset BIGINT,
    next_offset BIGINT, leader_epoch INTEGER, owner_epoch BIGINT, batch BIGINT
);
COMMENT ON TABLE sink_progress IS 'Where the sink continues, per partition: written with the rows, in one transaction.';
