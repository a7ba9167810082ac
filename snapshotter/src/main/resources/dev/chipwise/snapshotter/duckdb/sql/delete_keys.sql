DELETE FROM ${table} WHERE topic_key IN (SELECT topic_key FROM ${rows});
