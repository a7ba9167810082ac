package dev.chipwise.snapshotter.kafka;

import static org.apache.kafka.streams.processor.PunctuationType.WALL_CLOCK_TIME;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.snapshot.ChangeNews;
import dev.chipwise.snapshotter.snapshot.MetricRule;
import dev.chipwise.snapshotter.snapshot.Snapshots;
import dev.chipwise.snapshotter.snapshot.VersionComparison;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Folds the versions that changed, once per tick, and compares them with their parents, less often.
 * The last snapshot of a version is a function of the set of scores, whenever the ticks come.
 */
final class SnapshotVersions extends ContextualProcessor<String, VersionKey, String, Object> {

    private final Setup setup;
    private VersionState state;
    private DirtyVersions dirty;
    private DirtyVersions toCompare;
    private long now;

    /** What every task shares; all of it is safe for many threads. */
    record Setup(
            SnapshotterConfig config,
            VersionComparison comparison,
            MetricRule rule,
            SnapshotterListener listener) {}

    SnapshotVersions(Setup setup) {
        this.setup = setup;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        state = new VersionState(context);
        dirty = new DirtyVersions(context.getStateStore(Names.DIRTY));
        toCompare = new DirtyVersions(context.getStateStore(Names.TO_COMPARE));
        var config = setup.config();
        context.schedule(config.tick(), WALL_CLOCK_TIME, this::foldDirty);
        context.schedule(config.comparison(), WALL_CLOCK_TIME, this::compareFolded);
    }

    @Override
    public void process(Record<String, VersionKey> record) {
        dirty.mark(record.value());
    }

    private void foldDirty(long wallClockMs) {
        now = wallClockMs;
        take(
                dirty,
                version -> {
                    fold(version);
                    toCompare.mark(version);
                    state.children(version).forEach(toCompare::mark);
                });
    }

    private void compareFolded(long wallClockMs) {
        now = wallClockMs;
        take(toCompare, this::compareWithParent);
    }

    private void take(DirtyVersions waiting, Consumer<VersionKey> work) {
        for (var version : waiting.take(setup.config().versionsPerTick())) {
            try {
                work.accept(version);
            } catch (RuntimeException defect) {
                if (defect instanceof KafkaException || defect instanceof UncheckedIOException) {
                    throw defect;
                }
                waiting.keepForLater(version);
                setup.listener().versionFailed(version, defect);
            }
        }
    }

    private void fold(VersionKey version) {
        var before = state.published(version);
        var entries = state.entries(version);
        if (before == null && entries.isEmpty()) {
            return;
        }
        long revision = before == null ? 1 : before.revision() + 1;
        var after = Snapshots.ofEntries(version, entries, revision);
        if (before != null && before.contentHash().equals(after.contentHash())) {
            return;
        }
        state.publish(after);
        write(after);
        if (before != null) {
            tell(setup.comparison().states(before, after));
        }
    }

    /** A version without entries is a tombstone on the topic; the store goes on counting. */
    private void write(CompatibilitySnapshot snapshot) {
        var key = snapshot.key().topicKey();
        var value = snapshot.entries().isEmpty() ? null : snapshot;
        context().forward(new Record<>(key, value, now), Names.WRITE_SNAPSHOTS);
        setup.listener().snapshotWritten(snapshot.key());
    }

    private void compareWithParent(VersionKey version) {
        var told = state.told(version);
        var news = ChangeNews.of(differences(version), told);
        state.tell(told, news.standing());
        tell(news.news());
    }

    private List<CompatibilityChange> differences(VersionKey version) {
        var parent = state.parent(version);
        if (parent.isEmpty()) {
            return List.of();
        }
        var from = state.side(parent.get());
        var to = state.side(version);
        return from.isEmpty() || to.isEmpty()
                ? List.of()
                : setup.comparison().compare(from, to, setup.rule()).changes();
    }

    private void tell(List<CompatibilityChange> changes) {
        for (var change : changes) {
            var record = new Record<String, Object>(Key.join(change.model()), change, now);
            context().forward(record, Names.WRITE_CHANGES);
            setup.listener().changeTold(change);
        }
    }
}
