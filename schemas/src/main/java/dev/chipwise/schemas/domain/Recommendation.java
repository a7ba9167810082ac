package dev.chipwise.schemas.domain;

import java.time.Instant;
import java.util.List;

/**
 * Which hardware suits a board best under one profile. Exact state: equal sets of events give equal
 * records, {@code news} aside.
 *
 * @param asOf time of the newest event in it
 * @param metricsLeftOut metrics of the profile that nobody on the board has measured
 * @param ranked best first
 * @param excluded hardware that failed a gate, in order of id
 * @param news what changed since the record before it
 */
public record Recommendation(
        BoardKey board,
        Workload workload,
        String profile,
        int profileVersion,
        Instant asOf,
        Evidence evidence,
        List<String> metricsLeftOut,
        List<Ranked> ranked,
        List<Excluded> excluded,
        News news) {

    public Recommendation {
        metricsLeftOut = List.copyOf(metricsLeftOut);
        ranked = List.copyOf(ranked);
        excluded = List.copyOf(excluded);
    }

    /** One hardware that passed every gate. */
    public record Ranked(
            Hardware hardware,
            Grade grade,
            int runs,
            Compatibility.State state,
            ProfileScore score) {}

    /** One hardware that did not, and the first reason why. */
    public record Excluded(
            Hardware hardware, Compatibility.State state, String gate, String detail) {}

    /**
     * How this record differs from the one before it.
     *
     * @param sequence counts the records of this key, from 1
     * @param material whether a person would act on it
     * @param previousLeader hardware id of the leader in the last material record, or null
     * @param cause in words: what moved it
     */
    public record News(long sequence, boolean material, String previousLeader, String cause) {

        public static final News NONE = new News(0, false, null, "");
    }

    public String topicKey() {
        return board.profileKey(profile);
    }

    public Recommendation with(News other) {
        return new Recommendation(
                board,
                workload,
                profile,
                profileVersion,
                asOf,
                evidence,
                metricsLeftOut,
                ranked,
                excluded,
                other);
    }
}
