SELECT DISTINCT model, version, workload FROM cell_summaries WHERE model = ?;
