CREATE OR REPLACE VIEW compatibility_entries AS
SELECT
    topic_key, model, version, part.workload, part.task, part.test_case, part.hardware_id, part.hardware_type,
    part.hardware_device, part.state, part.level, part.compatibility_score, part.suitability_score, part.runtime, part.delegate,
    part.precision, part.quantization, part.batch_size, part.memory_requirement_mb, part.evidence, part.grade, part.runs, part.newest,
    batch
FROM (SELECT topic_key, model, version, batch, unnest(listing) AS part FROM compatibility_snapshots);
COMMENT ON VIEW compatibility_entries IS 'Latest compatibility snapshots entry by entry.';
