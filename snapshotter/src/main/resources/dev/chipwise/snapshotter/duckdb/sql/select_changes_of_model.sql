FROM compatibility_changes WHERE model = ? ORDER BY "offset" DESC LIMIT ?;
