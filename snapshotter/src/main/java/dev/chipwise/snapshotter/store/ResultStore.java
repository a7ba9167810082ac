package dev.chipwise.snapshotter.store;

import java.util.Collection;

/**
 * Where everything is kept: a projection of the topics. A batch and its progress are written
 * together or not at all, and the content is a function of the set of records read, whatever the
 * batches. One writer, one thread.
 */
public interface ResultStore extends AutoCloseable {

    Progress progress();

    /** Starts lanes that are not known yet; a known one keeps its progress. */
    void start(Collection<LaneProgress> lanes);

    /**
     * Writes a batch.
     *
     * @throws FencedException when the progress is not what the batch continues from: somebody else
     *     owns the store
     * @throws StoreException when it could not be written; then nothing of it is there
     */
    BatchOutcome write(Batch batch);

    /** Answers as of the last committed batch; for one thread, which closes it. */
    Queries queries();

    /** Everything in it, for the writer's own thread between batches. */
    Contents contents();

    @Override
    void close();
}
