-- One row per refused record, once per place it was refused at.
CREATE TABLE rejected_results (
    event_id UUID, reason VARCHAR, detail VARCHAR, record_key VARCHAR, original BLOB, source_topic VARCHAR,
    source_partition INTEGER, source_offset BIGINT, topic VARCHAR, "partition" INTEGER, "offset" BIGINT,
    recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE rejected_results IS 'One row per refused record, once per place it was refused at.';
