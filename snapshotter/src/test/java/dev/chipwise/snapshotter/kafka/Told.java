package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.snapshotter.snapshot.ChangeNews;
import java.util.Map;
import java.util.TreeMap;

/** What a reader of both topics believes: the last snapshot per key, the claims not taken back. */
final class Told {

    final Map<String, String> hashes = new TreeMap<>();
    final Map<String, String> claims = new TreeMap<>();

    Told listen(Driver driver) {
        for (var record : driver.snapshots()) {
            hashes.put(record.key, record.value == null ? "none" : record.value.contentHash());
        }
        for (var change : driver.changes()) {
            if (change.fromVersion().equals(change.toVersion())) {
                continue;
            }
            boolean doubt =
                    change.verdict() == Verdict.INCONCLUSIVE
                            || change.verdict() == Verdict.EQUIVALENT;
            claims.compute(
                    ChangeNews.key(change), (key, old) -> doubt ? null : Story.words(change));
        }
        return this;
    }
}
