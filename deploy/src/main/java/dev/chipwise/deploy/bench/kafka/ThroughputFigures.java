package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.CodecSpeed;
import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Figure.Kind;
import dev.chipwise.deploy.bench.Figure.Unit;
import dev.chipwise.deploy.bench.StoreSpeed;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is read of one load: how many events a second, and what each costs.
 *
 * @param row the commit that holds the last event
 * @param score the last score or recommendation
 * @param scoreRow the commit that holds the last score
 */
public record ThroughputFigures(
        Figure row, Figure score, Figure scoreRow, Figure processor, Figure memory, Figure boards) {

    /** Of the pipeline as a whole. */
    public static ThroughputFigures ofPipeline(String load) {
        return of(Kind.PIPELINE, load + ": ");
    }

    /** With so many cells in the state and the store. */
    public static ThroughputFigures ofGrowth(String size) {
        return of(Kind.GROWTH, size + ": ");
    }

    private static ThroughputFigures of(Kind kind, String prefix) {
        var queryable = List.of(CodecSpeed.DECODE, RawProducer.FIGURE, RawConsumer.FIGURE);
        var scored = List.of(CodecSpeed.DECODE, RawProducer.FIGURE, PassThrough.FIGURE);
        return new ThroughputFigures(
                rate(kind, prefix + "publish to queryable row", with(queryable)),
                rate(kind, prefix + "publish to last score record", scored),
                rate(kind, prefix + "publish to last score queryable", with(scored)),
                Figure.of(
                        kind,
                        prefix + "processor time, broker included",
                        Unit.MICROSECONDS_PER_EVENT),
                Figure.of(kind, prefix + "allocated by the stages", Unit.BYTES_PER_EVENT),
                Figure.of(kind, prefix + "events for each board computed", Unit.EVENTS_PER_BOARD));
    }

    private static List<Figure> with(List<Figure> ceilings) {
        return Stream.concat(ceilings.stream(), Stream.of(StoreSpeed.FIGURE)).toList();
    }

    private static Figure rate(Kind kind, String name, List<Figure> ceilings) {
        return new Figure(kind, name, Unit.EVENTS_PER_SECOND, ceilings);
    }
}
