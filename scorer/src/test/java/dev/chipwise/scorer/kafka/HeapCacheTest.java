package dev.chipwise.scorer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapCacheTest {

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        // Given
        var cache = new HeapCache<String, String>(8, String::length);
        cache.put("a", "abc");
        cache.put("b", "abc");

        // When
        cache.get("a");
        cache.put("c", "abc");

        // Then
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("a")).isEqualTo("abc");
        assertThat(cache.get("c")).isEqualTo("abc");
    }

    @Test
    void countsWhatIsReplacedOnce() {
        var cache = new HeapCache<String, String>(8, String::length);
        cache.put("a", "abc");
        for (int i = 0; i < 10; i++) {
            cache.put("b", "abc");
        }
        assertThat(cache.get("a")).isNotNull();
    }

    @Test
    void holdsNothingLargerThanItself() {
        var cache = new HeapCache<String, String>(2, String::length);
        cache.put("a", "abc");
        assertThat(cache.get("a")).isNull();
    }
}
