package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ReferenceData;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.schemas.kafka.Received;
import dev.chipwise.scorer.score.CellSummariser;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Files accepted results in their cells' windows and, once per tick, scores the boards that
 * changed. What it publishes last is a function of the set of events, whenever the ticks come.
 */
final class ScoreBoards extends ContextualProcessor<String, Received<Event>, String, Object> {

    private static final String APPLIED = "hash";

    private final Setup setup;
    private Windows windows;
    private Cells cells;
    private Boards boards;
    private DirtyBoards dirty;
    private KeyValueStore<String, String> referenceApplied;
    private ReferenceData reference;
    private long referenceRevision;
    private Pace.Task pace;
    private long now;

    /**
     * What every task shares; all of it is safe for many threads.
     *
     * @param revision counts the changes of the reference data
     */
    record Setup(
            ScorerConfig config,
            Catalog catalog,
            Scoring scoring,
            CellSummariser summariser,
            Encodings encodings,
            Rejections rejections,
            ScorerListener listener,
            AtomicLong revision,
            Pace pace) {}

    ScoreBoards(Setup setup) {
        this.setup = setup;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        Outlet outlet = (sink, key, value) -> context.forward(new Record<>(key, value, now), sink);
        windows = new Windows(store(Names.RUNS), store(Names.DESCRIPTIONS), setup.config());
        cells =
                new Cells(
                        store(Names.CELLS),
                        setup.encodings().cells(),
                        windows,
                        setup.summariser(),
                        outlet,
                        setup.config());
        var published =
                new Boards.Stores(
                        store(Names.SCORES), store(Names.RECOMMENDATIONS), store(Names.MATERIAL));
        boards = new Boards(published, setup.scoring(), setup.encodings(), outlet, setup.config());
        dirty = new DirtyBoards(store(Names.DIRTY), setup.config().rest());
        referenceApplied = store(Names.REFERENCE_APPLIED);
        pace = setup.pace().join();
        context.schedule(
                setup.config().tick(),
                PunctuationType.WALL_CLOCK_TIME,
                wallClockMs -> pace.turn(() -> tick(wallClockMs)));
    }

    @Override
    public void close() {
        pace.leave();
    }

    @Override
    public void process(Record<String, Received<Event>> record) {
        pace.read();
        var event = record.value().event();
        if (event instanceof Result result) {
            file(record, result);
        } else if (event instanceof ResultRetraction retraction) {
            takeBack(retraction);
        }
    }

    private void file(Record<String, Received<Event>> record, Result result) {
        var cell = result.subject().cell();
        var run = Run.of(result, setup.catalog());
        var filed = windows.file(cell, result.evidence(), run, CellDescription.of(result));
        if (filed.insertion().conflict()) {
            rejectConflict(record, run);
        }
        if (filed.changed()) {
            dirty.mark(cell);
        } else {
            unchanged();
        }
    }

    private void takeBack(ResultRetraction retraction) {
        var cell = retraction.cell();
        var run = Run.retracted(retraction);
        if (windows.takeBack(cell, retraction.evidence(), run)) {
            dirty.markRetracted(cell);
        } else {
            unchanged();
        }
    }

    private void unchanged() {
        var at = context().recordMetadata().orElseThrow();
        setup.listener().unchanged(setup.rejections().name(at));
    }

    private void rejectConflict(Record<String, Received<Event>> record, Run run) {
        var detail =
                "event %s of %s is there with other content; of all that claim it, one is kept"
                        .formatted(run.eventId(), run.occurredAt());
        var at = context().recordMetadata().orElseThrow();
        var rejected = setup.rejections().of(record, at, Reason.CONFLICTING_DUPLICATE, detail);
        context().forward(rejected, Names.WRITE_REJECTED);
    }

    private void tick(long wallClockMs) {
        now = wallClockMs;
        applyReference();
        for (var work : dirty.take(setup.config().boardsPerTick(), wallClockMs)) {
            try {
                score(work);
            } catch (RuntimeException defect) {
                if (isOutside(defect)) {
                    throw defect;
                }
                dirty.keepForLater(work);
                setup.listener().boardFailed(work.board(), defect);
            }
        }
    }

    private void score(DirtyBoards.Work work) {
        boolean changed = work.whole();
        var touched = new LinkedHashSet<>(work.cells());
        if (work.remembered()) {
            touched.addAll(windows.on(work.board()));
        }
        for (var cell : touched) {
            changed |= cells.refresh(cell);
        }
        if (changed) {
            var summaries = cells.on(work.board());
            boards.score(work.board(), summaries, touched, reference);
            setup.listener().boardScored(work.board());
        }
    }

    /**
     * Marks every board when the profiles in force differ from those that the scores were made
     * with.
     */
    private void applyReference() {
        long revision = setup.revision().get();
        if (reference != null && revision == referenceRevision) {
            return;
        }
        reference =
                ReferenceReader.read(
                        setup.catalog(),
                        context().getStateStore(Names.SCORING_PROFILES),
                        context().getStateStore(Names.HARDWARE_PROFILES),
                        setup.listener());
        referenceRevision = revision;
        var hash = reference.hash();
        if (!hash.equals(referenceApplied.get(APPLIED))) {
            cells.forEachBoard(dirty::markWhole);
            referenceApplied.put(APPLIED, hash);
        }
    }

    /** Whether the world is broken or the task is not ours any more, rather than our arithmetic. */
    private static boolean isOutside(RuntimeException failure) {
        return failure instanceof KafkaException || failure instanceof UncheckedIOException;
    }

    private <K, V> KeyValueStore<K, V> store(String name) {
        return context().getStateStore(name);
    }
}
