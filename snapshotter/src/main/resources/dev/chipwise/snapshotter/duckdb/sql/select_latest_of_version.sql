FROM ${table} WHERE model = ? AND version = ?;
