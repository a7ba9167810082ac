CREATE TABLE hardware_model_compatibility (
    model VARCHAR, hardware VARCHAR, throughput_score DOUBLE, latency_score DOUBLE, memory_score DOUBLE,
    compatibility_score DOUBLE, suitability_score DOUBLE, recommended_batch_size INTEGER, test_count BIGINT,
    PRIMARY KEY (model, hardware)
)
