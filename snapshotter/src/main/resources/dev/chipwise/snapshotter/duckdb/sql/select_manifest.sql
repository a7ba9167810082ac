SELECT json_object(
    'number', $1::BIGINT,
    'file', $2::VARCHAR,
    'created_at', $3::VARCHAR,
    'batch', (SELECT coalesce(max(batch), 0) FROM batch_ledger),
    'rows', $4::JSON,
    'progress', (
        SELECT coalesce(to_json(list({
            'cluster_id': cluster_id, 'topic_id': topic_id, 'topic': topic, 'partition': "partition",
            'next_offset': next_offset
        } ORDER BY topic, "partition")), '[]'::JSON)
        FROM sink_progress
    )
)::VARCHAR AS manifest;
