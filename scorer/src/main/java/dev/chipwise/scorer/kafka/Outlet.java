package dev.chipwise.scorer.kafka;

/** Where derived records leave the topology. */
interface Outlet {

    /** Sends a record to a sink; a null value takes the key's record back. */
    void emit(String sink, String key, Object value);
}
