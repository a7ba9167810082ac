package dev.chipwise.deploy.bench;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The results of one load, each later than the one before it. First each cell is measured once,
 * then some models so often that their windows are full; what is measured afterwards falls on those
 * alone. Equal seeds and times give equal results.
 */
public final class Load {

    private static final Duration APART = Duration.ofNanos(10_000);

    private final LoadShape shape;
    private final Template template;
    private final Random random;
    private final Stamp stamp;
    private Instant now;

    /**
     * @param from when the first result occurs
     */
    public Load(LoadShape shape, Catalog catalog, long seed, Instant from) {
        this.shape = shape;
        template = Template.of(shape, catalog);
        random = new Random(seed);
        stamp = new Stamp(random);
        now = from;
    }

    public LoadShape shape() {
        return shape;
    }

    /** Results from now on occur then. */
    public void continueAt(Instant then) {
        now = then;
    }

    /** One result of every cell of models that are numbered so, made when it is asked for. */
    public Stream<Result> once(int fromModel, int toModel) {
        return IntStream.range(fromModel, toModel)
                .boxed()
                .flatMap(model -> board().mapToObj(cell -> result(model, cell, model)));
    }

    /** As many results of each cell of the first models, one model after the other. */
    public Stream<Result> often(int models, int runs) {
        return IntStream.range(0, models)
                .boxed()
                .flatMap(model -> IntStream.range(0, runs).boxed().flatMap(run -> one(model, run)));
    }

    private Stream<Result> one(int model, int run) {
        return board().mapToObj(cell -> result(model, cell, run));
    }

    /** Results of cells from all over the first models, arriving from all of them at once. */
    public List<Result> mixed(int models, int count) {
        var places = new ArrayList<Integer>();
        int cells = models * template.cells();
        int step = StrictMath.max(1, cells / count);
        for (int i = 0; i < count; i++) {
            places.add((int) ((long) i * step % cells));
        }
        Collections.shuffle(places, random);
        var results = new ArrayList<Result>();
        for (int place : places) {
            int model = place / template.cells();
            results.add(result(model, place % template.cells(), results.size()));
        }
        return results;
    }

    /** Names of so many of the first models, from all over them. */
    public List<String> someModels(int models, int wanted) {
        int step = StrictMath.max(1, models / wanted);
        return IntStream.range(0, StrictMath.min(models, wanted))
                .mapToObj(i -> shape.model(i * step))
                .toList();
    }

    private IntStream board() {
        return IntStream.range(0, template.cells());
    }

    private Result result(int model, int cell, int run) {
        now = now.plus(APART);
        return stamp.of(template.run(cell, run), shape.model(model), now);
    }
}
