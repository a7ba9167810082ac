SELECT topic_key, gone, "partition", "offset" FROM ${table} ORDER BY topic_key, "offset";
