-- Rows that are not what the records beside them make, and rows that they make but that are not there.
SELECT topic_key, 'has other columns than its record' AS detail
FROM (FROM ${table} EXCEPT ALL FROM stage_${table})
UNION ALL
SELECT topic_key, 'lacks a row that its record makes' AS detail
FROM (FROM stage_${table} EXCEPT ALL FROM ${table});
