package dev.chipwise.deploy.bench;

/** Something that is measured once per repeat; it leaves nothing behind that the next one sees. */
@FunctionalInterface
public interface Trial {

    /**
     * Takes its observations.
     *
     * @throws IllegalStateException when what ran was not what was meant to be measured
     */
    void measure(Observations observations) throws InterruptedException;
}
