SELECT reason, count(*) AS rows FROM rejected_results GROUP BY reason;
