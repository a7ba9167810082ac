CREATE OR REPLACE VIEW test_runs AS
SELECT
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS run_id,
    test_case AS test_name,
    'performance' AS test_type,
    occurred_at AS started_at,
    occurred_at + to_milliseconds(coalesce(duration_ms, 0)) AS completed_at,
    duration_ms / 1000 AS execution_time_seconds,
    status = 'ok' AS success,
    coalesce(ci_commit, version_commit) AS git_commit,
    ci_branch AS git_branch,
    NULL::VARCHAR AS command_line,
    to_json({'event_id': event_id, 'version': version, 'source': source_kind}) AS metadata,
    recorded_at AS created_at
FROM current_results
WHERE status <> 'skipped';
COMMENT ON VIEW test_runs IS 'Named as in the older benchmark database: one run per benchmark result; times in UTC, durations in s.';
