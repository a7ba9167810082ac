FROM ${table} WHERE model = ?;
