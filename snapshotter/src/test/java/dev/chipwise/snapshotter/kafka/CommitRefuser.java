package dev.chipwise.snapshotter.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;

/** Refuses the first commits, as a broker does that has just come back. */
final class CommitRefuser extends MockConsumer<byte[], byte[]> {

    private final List<Map<TopicPartition, OffsetAndMetadata>> committed = new ArrayList<>();
    private int refusals;

    CommitRefuser(int refusals) {
        super("none");
        this.refusals = refusals;
    }

    @Override
    public void commitAsync(
            Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
        if (refusals-- > 0) {
            callback.onComplete(offsets, new CommitFailedException());
        } else {
            committed.add(offsets);
            callback.onComplete(offsets, null);
        }
    }

    /** What was committed of a partition, one after the other. */
    List<Long> offsets(TopicPartition partition) {
        return committed.stream().map(offsets -> offsets.get(partition).offset()).toList();
    }
}
