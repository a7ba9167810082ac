-- Compare and set: touches one row per slice, or this process must not write.
UPDATE sink_progress AS progress
SET next_offset = move.next_offset, leader_epoch = move.leader_epoch, batch = ?
FROM ${rows} AS move
WHERE progress.cluster_id = move.cluster_id
    AND progress.topic_id = move.topic_id
    AND progress."partition" = move."partition"
    AND progress.next_offset = move.from_offset
    AND progress.owner_epoch = ?;
