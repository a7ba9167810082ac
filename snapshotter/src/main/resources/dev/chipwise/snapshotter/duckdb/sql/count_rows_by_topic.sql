SELECT topic, count(*) AS rows FROM ${table} GROUP BY topic;
