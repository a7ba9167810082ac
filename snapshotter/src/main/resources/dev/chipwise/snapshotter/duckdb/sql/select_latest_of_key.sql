FROM ${table} WHERE topic_key = ?;
