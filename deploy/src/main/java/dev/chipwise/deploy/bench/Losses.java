package dev.chipwise.deploy.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How what is kept differs from what was acknowledged; nothing may be missing, and nothing be there
 * more often than it was sent.
 */
public record Losses(long missing, long surplus, String example) {

    /** Compares two bags of ids. */
    public static Losses between(Collection<String> acknowledged, Collection<String> kept) {
        Map<String, Long> difference = new HashMap<>();
        kept.forEach(id -> difference.merge(id, 1L, Long::sum));
        acknowledged.forEach(id -> difference.merge(id, -1L, Long::sum));
        var wrong = difference.values();
        return new Losses(
                -wrong.stream().mapToLong(each -> StrictMath.min(each, 0)).sum(),
                wrong.stream().mapToLong(each -> StrictMath.max(each, 0)).sum(),
                difference.entrySet().stream()
                        .filter(each -> each.getValue() != 0)
                        .map(Map.Entry::getKey)
                        .min(String::compareTo)
                        .orElse(""));
    }

    /**
     * Returns when there are none.
     *
     * @throws IllegalStateException when there are
     */
    public void refuse() {
        if (missing > 0 || surplus > 0) {
            throw new IllegalStateException(
                    missing
                            + " acknowledged records are not on the topic and "
                            + surplus
                            + " are there too often, such as "
                            + example);
        }
    }
}
