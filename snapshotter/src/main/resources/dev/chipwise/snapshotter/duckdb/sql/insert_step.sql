INSERT INTO schema_steps VALUES (?, now() AT TIME ZONE 'UTC');
