FROM compatibility_changes ORDER BY "partition", "offset";
