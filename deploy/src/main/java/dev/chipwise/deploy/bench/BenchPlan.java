package dev.chipwise.deploy.bench;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a bench measures.
 *
 * @param loads of the pipeline; freshness is measured on the first
 * @param events of each load and repeat, and of each growth step
 * @param fill results for each load that make windows full before anything is measured
 * @param rates at which freshness is measured, a second
 * @param growth numbers of cells at which growth is measured
 * @param restarts numbers of cells at which a restart is measured
 * @param connections numbers of them on which the gateway is measured
 */
public record BenchPlan(
        Set<Part> parts,
        List<LoadShape> loads,
        int events,
        int repeats,
        int fill,
        List<Integer> rates,
        List<Integer> growth,
        List<Integer> restarts,
        List<Integer> recompute,
        List<Integer> connections) {

    /** Something that can be measured alone. */
    public enum Part {
        CEILINGS,
        PIPELINE,
        FRESHNESS,
        RESTART,
        GROWTH,
        RECOMPUTE,
        GATEWAY
    }

    public BenchPlan {
        parts = Set.copyOf(parts);
        loads = List.copyOf(loads);
        rates = List.copyOf(rates);
        growth = sorted(growth);
        restarts = sorted(restarts);
        recompute = sorted(recompute);
        connections = sorted(connections);
        if (events < 1 || repeats < 1 || fill < 1 || loads.isEmpty()) {
            throw new IllegalArgumentException(
                    "events, repeats, fill and the number of loads must be at least 1");
        }
    }

    public boolean has(Part part) {
        return parts.contains(part);
    }

    /** Numbers of cells at which something is measured, in order. */
    public SortedSet<Integer> sizes() {
        var sizes = new TreeSet<Integer>();
        if (has(Part.GROWTH)) {
            sizes.addAll(growth);
        }
        if (has(Part.RESTART)) {
            sizes.addAll(restarts);
        }
        return sizes;
    }

    /** How the gateway is asked: on each number of connections with one record and with many. */
    public List<Posting> postings() {
        return Stream.of(1, Posting.MANY)
                .flatMap(records -> connections.stream().map(many -> new Posting(many, records)))
                .toList();
    }

    private static List<Integer> sorted(List<Integer> sizes) {
        return sizes.stream().sorted().distinct().toList();
    }
}
