-- A value holds from when it was recorded until the next one of its key, in the order of the topic.
CREATE OR REPLACE VIEW snapshot_history AS
WITH moments AS (
    SELECT
        topic_key,
        "offset",
        max(recorded_at) OVER (PARTITION BY topic_key ORDER BY "offset" ROWS UNBOUNDED PRECEDING) AS valid_from,
        row_number() OVER (PARTITION BY topic_key ORDER BY "offset") AS revision
    FROM (SELECT DISTINCT topic_key, "offset", recorded_at FROM snapshot_log)
),
spans AS (
    SELECT *, lead(valid_from) OVER (PARTITION BY topic_key ORDER BY "offset") AS valid_to
    FROM moments
)
SELECT value.* EXCLUDE (gone), moment.valid_from, moment.valid_to
FROM snapshot_log AS value
JOIN spans AS moment USING (topic_key, "offset")
WHERE NOT value.gone;
COMMENT ON VIEW snapshot_history IS 'Every snapshot there was, with the time it held (valid_from to valid_to, UTC; null is now) and its revision.';
