SELECT greatest(coalesce((SELECT max(owner_epoch) FROM sink_progress), 0), 0) AS owner_epoch;
