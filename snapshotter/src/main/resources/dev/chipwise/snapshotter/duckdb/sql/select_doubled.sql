SELECT topic_key AS key, count(*) AS rows FROM ${table} GROUP BY topic_key HAVING count(*) > 1;
