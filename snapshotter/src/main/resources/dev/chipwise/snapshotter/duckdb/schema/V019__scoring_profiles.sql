-- Latest use cases that users added; the shipped ones are in the catalogue.
CREATE TABLE scoring_profiles (
    topic_key VARCHAR, profile VARCHAR, profile_version INTEGER, weights MAP(VARCHAR, DOUBLE),
    budgets MAP(VARCHAR, DOUBLE), record BLOB, "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP,
    batch BIGINT
);
COMMENT ON TABLE scoring_profiles IS 'Latest use cases that users added; the shipped ones are in the catalogue.';
