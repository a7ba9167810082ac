TRUNCATE stage_${table};
