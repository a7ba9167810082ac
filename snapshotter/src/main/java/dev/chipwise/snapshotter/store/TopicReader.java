package dev.chipwise.snapshotter.store;

import java.util.function.Consumer;

/** Reads topics again, judging every record as the sink did. */
public interface TopicReader {

    /**
     * Reads a lane's records in order.
     *
     * @param from first offset wanted
     * @param to offset after the last one wanted
     * @return the first offset that is still there: {@code from}, or later when retention has
     *     deleted older records
     */
    long read(Lane lane, long from, long to, Consumer<Arrival> each);
}
