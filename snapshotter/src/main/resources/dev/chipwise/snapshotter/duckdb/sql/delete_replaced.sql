DELETE FROM ${table} WHERE content_hash IN (SELECT content_hash FROM ${rows});
