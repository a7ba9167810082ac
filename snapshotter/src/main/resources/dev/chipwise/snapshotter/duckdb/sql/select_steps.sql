SELECT step FROM schema_steps ORDER BY step;
