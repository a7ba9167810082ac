package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.Contents;
import dev.chipwise.snapshotter.store.FencedException;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.Progress;
import dev.chipwise.snapshotter.store.Queries;
import dev.chipwise.snapshotter.store.ResultStore;
import dev.chipwise.snapshotter.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;

/**
 * The store in a DuckDB file that this process owns. Rows and progress are in one transaction; when
 * its outcome is not known, the file is opened again and asked.
 */
public final class DuckDbStore implements ResultStore {

    /** Opens the database, at first and again after a failure. */
    interface Opening {

        DuckDbFile open() throws SQLException;
    }

    private final Opening opening;
    private final String where;
    private final Catalog catalog;
    private final Tables tables;
    private final SchemaSteps steps = new SchemaSteps();
    private DuckDbFile file;
    private BatchWriter writer;
    private Progress progress;

    DuckDbStore(Opening opening, String where, Catalog catalog) {
        this.opening = opening;
        this.where = where;
        this.catalog = catalog;
        this.tables = new Tables(catalog);
        open();
    }

    /** Opens a file to write; creates it when it is not there. */
    public static DuckDbStore open(Path path, DuckDbSettings settings, Catalog catalog) {
        return open(path, settings, catalog, WriteStep.Observer.NONE);
    }

    /** The same, with somebody watching every write. */
    public static DuckDbStore open(
            Path path, DuckDbSettings settings, Catalog catalog, WriteStep.Observer observer) {
        return new DuckDbStore(
                () -> DuckDbFile.open(path, settings, observer), path.toString(), catalog);
    }

    /** A store that is gone when it is closed. */
    public static DuckDbStore inMemory(DuckDbSettings settings, Catalog catalog) {
        return new DuckDbStore(() -> DuckDbFile.inMemory(settings), ":memory:", catalog);
    }

    private void open() {
        try {
            file = opening.open();
            steps.apply(file);
            progress = ProgressReader.takeOwnership(file);
            writer = new BatchWriter(file, tables, catalog);
        } catch (SQLException e) {
            throw new StoreException(OpenAdvice.about(where, e), e);
        }
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void start(Collection<LaneProgress> lanes) {
        var unknown = lanes.stream().filter(lane -> progress.of(lane.lane()).isEmpty()).toList();
        try {
            file.begin();
            ProgressTables.progress(progress.ownerEpoch()).append(file, unknown);
            file.commit();
            progress = ProgressReader.read(file, progress.ownerEpoch());
        } catch (SQLException e) {
            throw new StoreException("cannot start partitions in " + where, e);
        }
    }

    @Override
    public BatchOutcome write(Batch batch) {
        BatchOutcome outcome = null;
        try {
            file.begin();
            outcome = writer.write(batch, progress.lastBatch() + 1, progress.ownerEpoch());
            file.reached(WriteStep.BEFORE_COMMIT);
            file.commit();
            file.reached(WriteStep.COMMITTED);
            progress = progress.after(batch);
            return outcome;
        } catch (FencedException e) {
            rollBack(e);
            throw e;
        } catch (SQLException | StoreException e) {
            return resolve(batch, outcome, e);
        }
    }

    /** After a failure only the file knows whether the batch is in it. */
    private BatchOutcome resolve(Batch batch, BatchOutcome outcome, Exception failure) {
        rollBack(failure);
        closeAfter(failure);
        open();
        if (outcome != null && progress.includes(batch)) {
            return outcome;
        }
        throw new StoreException(
                "a batch could not be written to " + where + "; nothing of it is there", failure);
    }

    private void rollBack(Exception failure) {
        try {
            file.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void closeAfter(Exception failure) {
        try {
            file.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public Queries queries() {
        try {
            return new DuckDbQueries(file.duplicate(), tables);
        } catch (SQLException e) {
            throw new StoreException("cannot open another connection to " + where, e);
        }
    }

    @Override
    public Contents contents() {
        return new DuckDbContents(file, tables);
    }

    /** The open file, for work between batches. */
    DuckDbFile file() {
        return file;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (SQLException e) {
            throw new StoreException("cannot close " + where, e);
        }
    }
}
