SELECT hardware, suitability_score
FROM hardware_model_compatibility
WHERE model = ?
ORDER BY suitability_score DESC, hardware
