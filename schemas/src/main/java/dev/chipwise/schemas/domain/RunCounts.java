package dev.chipwise.schemas.domain;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a cell's runs ended.
 *
 * @param successes runs that ended well
 * @param failures runs that failed, skipped ones not counted
 * @param skipped runs that were not tried
 * @param unsupported those failures that say the hardware cannot run it at all
 * @param trailingFailures failures since the newest success
 * @param failureClasses failures by class
 * @param days distinct UTC days with a success
 * @param evidenceIds event ids of the newest runs, newest first, a few
 */
public record RunCounts(
        int successes,
        int failures,
        int skipped,
        int unsupported,
        int trailingFailures,
        SortedMap<String, Integer> failureClasses,
        int days,
        List<String> evidenceIds) {

    public RunCounts {
        failureClasses = new TreeMap<>(failureClasses);
        evidenceIds = List.copyOf(evidenceIds);
    }

    public int runs() {
        return successes + failures + skipped;
    }
}
