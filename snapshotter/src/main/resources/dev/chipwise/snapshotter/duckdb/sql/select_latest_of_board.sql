FROM ${table} WHERE model = ? AND version = ? AND workload = ?;
