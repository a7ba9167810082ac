package dev.chipwise.schemas.domain;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well a hardware suits a board under every profile.
 *
 * @param components by {@code throughput}, {@code latency}, {@code memory}, {@code energy}: best of
 *     the board over this one, 0 to 1; a component that was not measured is not there
 * @param profiles in order of profile id
 * @param runs runs behind the score, over all configurations
 * @param newest time of the newest run
 * @param inputsHash hash over the summaries that went in
 */
public record SuitabilityScore(
        BoardKey board,
        Workload workload,
        Hardware hardware,
        Compatibility compatibility,
        SortedMap<String, Double> components,
        List<ProfileScore> profiles,
        Evidence evidence,
        Grade grade,
        int runs,
        Instant newest,
        String inputsHash) {

    public SuitabilityScore {
        components = new TreeMap<>(components);
        profiles = List.copyOf(profiles);
    }

    public String topicKey() {
        return board.hardwareKey(hardware.id());
    }
}
