package dev.chipwise.planted.scorer.score;

/** Planted: a name that says nothing, and a static that changes. */
public final class ScoreManager {

    static int count;

    private ScoreManager() {}
}
