CREATE OR REPLACE VIEW suitability_scores AS
SELECT
    topic_key, model, version, workload, task, test_case, hardware_id, hardware_type, hardware_device,
    part.profile, part.profile_version, part.score, part.lower, part.upper, part.rank, part.tier, part.confidence, part.runtime,
    part.delegate, part.precision, part.quantization, part.batch_size, part.memory_requirement_mb, part.failed_gates,
    state, level, compatibility_score, throughput_score, latency_score, memory_score, energy_score, evidence, grade,
    runs, newest, inputs_hash, "offset", batch
FROM (SELECT * EXCLUDE (record), unnest(profiles) AS part FROM score_records);
COMMENT ON VIEW suitability_scores IS 'Latest scores: one row per board, hardware and profile.';
