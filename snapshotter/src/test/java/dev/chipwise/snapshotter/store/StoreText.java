package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.SuitabilityScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A store's whole content as lines, to compare two stores; batch numbers and ledger are left out on
 * request.
 */
public final class StoreText {

    private static final List<Class<? extends Record>> LATEST =
            List.of(
                    CellSummary.class,
                    SuitabilityScore.class,
                    Recommendation.class,
                    CompatibilitySnapshot.class,
                    HardwareProfile.class,
                    ScoringProfile.class);

    private StoreText() {}

    /** Everything but what the cuts between batches decide. */
    public static List<String> whatever(Contents contents) {
        var lines = new ArrayList<String>();
        for (var model : contents.models()) {
            contents.events(model).forEach(row -> lines.add(text(row)));
        }
        for (var type : LATEST) {
            contents.latest(type).forEach(row -> lines.add(text(row)));
            if (type == SuitabilityScore.class
                    || type == Recommendation.class
                    || type == CompatibilitySnapshot.class) {
                contents.history(type).forEach(entry -> lines.add(type.getSimpleName() + entry));
            }
        }
        contents.rejections().forEach(row -> lines.add(text(row)));
        contents.changes()
                .forEach(
                        row ->
                                lines.add(
                                        row.change()
                                                + " at "
                                                + row.partition()
                                                + "/"
                                                + row.offset()));
        lines.add("rows " + contents.rowsByTopic());
        lines.add("progress " + contents.progress().lanes());
        return lines;
    }

    /** Everything, batch by batch. */
    public static List<String> all(Contents contents) {
        var lines = new ArrayList<>(whatever(contents));
        contents.ledger().forEach(entry -> lines.add(entry.toString()));
        return lines;
    }

    private static String text(RawRow<?> row) {
        return row.event()
                + " at "
                + row.topic()
                + "/"
                + row.partition()
                + "/"
                + row.offset()
                + " "
                + row.recordedAt()
                + " "
                + row.contentHash();
    }

    private static String text(LatestRow<?> row) {
        return row.key()
                + "="
                + row.value()
                + " at "
                + row.partition()
                + "/"
                + row.offset()
                + " "
                + row.recordedAt();
    }

    private static String text(RejectedRow row) {
        return row.refusedAt()
                + row.result().reason().code()
                + row.result().detail()
                + row.result().key()
                + Arrays.toString(row.result().original())
                + row.eventId()
                + row.topic()
                + row.offset();
    }
}
