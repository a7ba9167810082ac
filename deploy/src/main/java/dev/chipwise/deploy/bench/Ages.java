package dev.chipwise.deploy.bench;

/** How old events are when somebody sees one kind of effect of theirs. */
public final class Ages {

    private final Figure median;
    private final Figure late;
    private final Delays delays = new Delays();

    /**
     * @param effect such as "score record"
     */
    public Ages(String effect, Rhythm rhythm) {
        var at = " at " + rhythm.eventsPerSecond() + "/s";
        median = Figure.freshness("occurred to " + effect + at + ", p50");
        late = Figure.freshness("occurred to " + effect + at + ", p99");
    }

    public void add(long ageNanos) {
        delays.add(ageNanos);
    }

    /**
     * Adds the two figures.
     *
     * @throws IllegalStateException when not this many were seen
     */
    public void observe(Observations observations, int events) {
        if (delays.size() != events) {
            throw new IllegalStateException(
                    delays.size() + " of " + events + " events count in " + median.name());
        }
        observations.add(median, delays.percentileMs(0.5));
        observations.add(late, delays.percentileMs(0.99));
    }
}
