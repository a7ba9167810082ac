package dev.chipwise.scorer.kafka;

/**
 * The steps and stores of the topology. Stores keep their state by name: a renamed store starts
 * empty.
 */
final class Names {

    static final String ADMIT = "admit-events";
    static final String REGISTER = "register-versions";
    static final String SCORE = "score-boards";
    static final String WRITE_REJECTED = "write-rejected";
    static final String WRITE_CELLS = "write-cell-summaries";
    static final String WRITE_SCORES = "write-scores";
    static final String WRITE_RECOMMENDATIONS = "write-recommendations";

    static final String VERSIONS = "versions";
    static final String RUNS = "runs";
    static final String DESCRIPTIONS = "descriptions";
    static final String CELLS = "cells";
    static final String SCORES = "scores";
    static final String RECOMMENDATIONS = "recommendations";
    static final String MATERIAL = "material-recommendations";
    static final String DIRTY = "dirty";
    static final String REFERENCE_APPLIED = "reference-applied";

    static final String SCORING_PROFILES = "scoring-profiles";
    static final String HARDWARE_PROFILES = "hardware-profiles";

    private Names() {}
}
