SELECT ${key} AS key, count(*) AS rows FROM ${table} GROUP BY ALL HAVING count(*) > 1;
