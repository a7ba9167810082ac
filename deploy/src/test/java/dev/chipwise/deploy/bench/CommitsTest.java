package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommitsTest {

    private final Commits commits = new Commits();

    @Test
    void aRecordIsQueryableSinceTheFirstCommitBehindIt() {
        commits.add("t", 0, 10, 100);
        commits.add("t", 0, 20, 200);

        assertThat(commits.of("t", 0, 9)).hasValue(100);
        assertThat(commits.of("t", 0, 10)).hasValue(200);
        assertThat(commits.of("t", 0, 20)).isEmpty();
        assertThat(commits.of("t", 1, 0)).isEmpty();
    }

    @Test
    void aCommitThatAddsNothingChangesNothing() {
        commits.add("t", 0, 10, 100);
        commits.add("t", 0, 10, 300);

        assertThat(commits.of("t", 0, 9)).hasValue(100);
    }

    @Test
    void allAreQueryableSinceTheLastOfThemIs() {
        commits.add("t", 0, 10, 100);
        commits.add("t", 1, 10, 300);
        commits.add("u", 0, 10, 200);

        var last = last(Map.of("t", Map.of(0, 3L, 1, 9L), "u", Map.of(0, 0L)));

        assertThat(commits.of(last)).hasValue(300);
    }

    @Test
    void allAreNotQueryableWhileOneIsNot() {
        commits.add("t", 0, 10, 100);

        assertThat(commits.of(last(Map.of("t", Map.of(0, 3L, 1, 0L))))).isEmpty();
    }

    private static SortedMap<String, SortedMap<Integer, Long>> last(
            Map<String, Map<Integer, Long>> offsets) {
        var sorted = new TreeMap<String, SortedMap<Integer, Long>>();
        offsets.forEach((topic, partitions) -> sorted.put(topic, new TreeMap<>(partitions)));
        return sorted;
    }
}
