FROM ${table} SEMI JOIN ${rows} AS asked USING (event_id);
