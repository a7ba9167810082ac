SELECT cluster_id, topic_id, topic, "partition", start_offset, next_offset, leader_epoch, owner_epoch, batch
FROM sink_progress
ORDER BY topic, "partition";
