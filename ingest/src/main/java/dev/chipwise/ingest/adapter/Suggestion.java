package dev.chipwise.ingest.adapter;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** Finds the word that somebody most likely meant. */
public final class Suggestion {

    private Suggestion() {}

    /** {@code "; did you mean X?"}, or the known words when none is near. */
    public static String of(String word, Collection<String> known) {
        var sorted = new TreeSet<>(known);
        return sorted.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(best -> isNear(word, best))
                .map(best -> "; did you mean '" + best + "'?")
                .orElse("; known: " + String.join(", ", sorted));
    }

    private static boolean isNear(String word, String best) {
        int length = Math.max(word.length(), best.length());
        return 2 * distance(word, best) <= length || best.contains(word) || word.contains(best);
    }

    /** Single-letter edits between two words (Levenshtein). */
    private static int distance(String from, String to) {
        var previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            var current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int swap = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                int edit = Math.min(previous[j], current[j - 1]) + 1;
                current[j] = Math.min(previous[j - 1] + swap, edit);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
