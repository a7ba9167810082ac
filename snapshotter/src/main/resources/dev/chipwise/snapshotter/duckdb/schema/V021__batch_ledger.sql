-- What each batch did with each partition.
CREATE TABLE batch_ledger (
    batch BIGINT, cluster_id VARCHAR, topic_id VARCHAR, topic VARCHAR, "partition" INTEGER, first_offset BIGINT,
    last_offset BIGINT, rows_read INTEGER, rows_new INTEGER, rows_duplicate INTEGER, rows_rejected INTEGER
);
COMMENT ON TABLE batch_ledger IS 'What each batch did with each partition.';
