-- What the older registry reads of its results: one row per run.
CREATE TABLE results (
    model VARCHAR, hardware VARCHAR, batch_size INTEGER, throughput DOUBLE, latency DOUBLE, memory DOUBLE
)
