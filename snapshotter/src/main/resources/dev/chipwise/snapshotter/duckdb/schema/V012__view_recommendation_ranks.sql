CREATE OR REPLACE VIEW recommendation_ranks AS
SELECT
    topic_key, model, version, workload, profile, part.hardware_id, part.hardware_type, part.hardware_device, part.rank,
    part.tier, part.score, part.lower, part.upper, part.confidence, part.state, part.grade, part.runs, part.runtime, part.delegate,
    part.precision, part.quantization, part.batch_size, part.memory_requirement_mb, part.gate, part.detail, batch
FROM (SELECT topic_key, model, version, workload, profile, batch, unnest(places) AS part FROM recommendations);
COMMENT ON VIEW recommendation_ranks IS 'Latest recommendations hardware by hardware: ranked ones with score, excluded ones with the gate.';
