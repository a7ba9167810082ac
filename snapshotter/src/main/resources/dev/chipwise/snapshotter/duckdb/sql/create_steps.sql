CREATE TABLE IF NOT EXISTS schema_steps (step VARCHAR, applied_at TIMESTAMP);
COMMENT ON TABLE schema_steps IS 'The numbered schema files that made this database.';
COMMENT ON COLUMN schema_steps.step IS 'name of the file';
COMMENT ON COLUMN schema_steps.applied_at IS 'when it ran, UTC';
