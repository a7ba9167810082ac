-- Latest summary of each cell: what its newest runs say, per metric.
CREATE TABLE cell_summaries (
    topic_key VARCHAR, model VARCHAR, version VARCHAR, workload VARCHAR, configuration VARCHAR, task VARCHAR,
    test_case VARCHAR, hardware_id VARCHAR, hardware_type VARCHAR, hardware_device VARCHAR, runtime VARCHAR,
    delegate VARCHAR, precision VARCHAR, quantization VARCHAR, batch_size INTEGER, evidence VARCHAR,
    successes INTEGER, failures INTEGER, skipped INTEGER, unsupported INTEGER, trailing_failures INTEGER,
    days INTEGER, newest TIMESTAMP, metrics VARCHAR[], metric_runs INTEGER[], metric_centre DOUBLE[],
    metric_spread DOUBLE[], metric_dof DOUBLE[], metric_min DOUBLE[], metric_max DOUBLE[], metric_newest DOUBLE[],
    prior_id VARCHAR, inputs_hash VARCHAR, record BLOB, "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP,
    batch BIGINT
);
COMMENT ON TABLE cell_summaries IS 'Latest summary of each cell: what its newest runs say, per metric.';
