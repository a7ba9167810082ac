-- Compare and set: touches one row per slice, or this process must not write.
UPDATE sink_progress AS progress
SET next_offset = stage.next_offset, leader_epoch = stage.leader_epoch, batch = ?
FROM stage_progress AS stage
WHERE progress.cluster_id = stage.cluster_id
    AND progress.topic_id = stage.topic_id
    AND progress."partition" = stage."partition"
    AND progress.next_offset = stage.from_offset
    AND progress.owner_epoch = ?;
