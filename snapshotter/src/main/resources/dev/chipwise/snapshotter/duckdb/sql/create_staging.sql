CREATE OR REPLACE TEMP TABLE stage_ids (event_id UUID);
CREATE OR REPLACE TEMP TABLE stage_places (source_topic VARCHAR, source_partition INTEGER, source_offset BIGINT);
CREATE OR REPLACE TEMP TABLE stage_keys (topic_key VARCHAR);
CREATE OR REPLACE TEMP TABLE stage_progress (
    cluster_id VARCHAR, topic_id VARCHAR, topic VARCHAR, "partition" INTEGER,
    from_offset BIGINT, next_offset BIGINT, leader_epoch INTEGER
);
CREATE OR REPLACE TEMP TABLE stage_cell_summaries AS FROM cell_summaries LIMIT 0;
CREATE OR REPLACE TEMP TABLE stage_score_records AS FROM score_records LIMIT 0;
CREATE OR REPLACE TEMP TABLE stage_recommendations AS FROM recommendations LIMIT 0;
CREATE OR REPLACE TEMP TABLE stage_compatibility_snapshots AS FROM compatibility_snapshots LIMIT 0;
CREATE OR REPLACE TEMP TABLE stage_hardware AS FROM hardware LIMIT 0;
CREATE OR REPLACE TEMP TABLE stage_scoring_profiles AS FROM scoring_profiles LIMIT 0;
