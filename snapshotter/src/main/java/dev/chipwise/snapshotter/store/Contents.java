package dev.chipwise.snapshotter.store;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;

/** Everything in a store, read back exactly: what verification and tests compare. */
public interface Contents {

    Progress progress();

    /** In order of batch, then lane. */
    List<LedgerEntry> ledger();

    /** Models of all raw events and of all that is derived. */
    SortedSet<String> models();

    /** Raw events about a model, each kind in order of id. */
    List<RawRow<?>> events(String model);

    /** Raw events read from a partition of a topic, in order of offset. */
    void positions(String topic, int partition, Consumer<RawPosition> each);

    /** Raw rows, refusals and changes by the topic that they were read from. */
    SortedMap<String, Long> rowsByTopic();

    /** Latest values, in order of key. */
    <T extends Record> List<LatestRow<T>> latest(Class<T> type);

    /** Latest values of a model, in order of key. */
    <T extends Record> List<LatestRow<T>> latest(Class<T> type, String model);

    /**
     * Every value and tombstone that was read of scores, recommendations or snapshots, by key and
     * offset.
     */
    List<HistoryEntry> history(Class<? extends Record> type);

    /** In order of place. */
    List<RejectedRow> rejections();

    /** In order of partition and offset. */
    List<ChangeRow> changes();

    /**
     * Where the store contradicts itself, such as a column that differs from the record beside it.
     */
    List<Finding> contradictions();

    /** Where an event stands, and what it is. */
    record RawPosition(String eventId, String contentHash, long offset, long batch) {}

    /** One value or tombstone of a key. */
    record HistoryEntry(String key, boolean gone, int partition, long offset) {}
}
