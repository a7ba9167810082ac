UPDATE sink_progress SET owner_epoch = ?;
