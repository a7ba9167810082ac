package dev.chipwise.ingest.fleet;

/**
 * How big a sample fleet is. Models and devices beyond those of the tables are numbered variants of
 * them.
 *
 * @param configurations most per model and device; there may be fewer
 * @param versions one, or two to compare
 * @param sessions days on which everything is measured: the most runs that a cell can have
 */
public record FleetSettings(
        int models, int devices, int configurations, int versions, int sessions) {

    public FleetSettings {
        if (models < 1 || devices < 1 || configurations < 1 || sessions < 1) {
            throw new IllegalArgumentException(
                    "a fleet needs at least one model, device, configuration and session");
        }
        if (versions != 1 && versions != 2) {
            throw new IllegalArgumentException(
                    "the sample fleet has one version or two, not " + versions);
        }
    }

    /** The fleet of the demo: every model and device of the tables, two versions, eight days. */
    public static FleetSettings demo() {
        return new FleetSettings(6, 10, 8, 2, 8);
    }

    /** One run of one version of everything: for load, not for statistics. */
    public static FleetSettings load(int models, int devices, int configurations) {
        return new FleetSettings(models, devices, configurations, 1, 1);
    }
}
