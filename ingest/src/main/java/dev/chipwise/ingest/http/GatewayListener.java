package dev.chipwise.ingest.http;

import dev.chipwise.schemas.domain.Reason;

/** Is told what the gateway does, for metrics; called from many threads. */
public interface GatewayListener {

    /** Listens to nothing. */
    GatewayListener NONE = new GatewayListener() {};

    /**
     * A request was answered.
     *
     * @param path of the route, or {@code other}; never what a client made up
     */
    default void answered(String path, int status) {}

    /** A record is kept by the broker. */
    default void accepted(String path) {}

    default void rejected(String path, Reason reason) {}

    /** The broker did not say what became of a record. */
    default void unknown(String path) {}

    /**
     * A body was read.
     *
     * @param received as sent, bytes
     * @param unpacked after decompression, bytes
     */
    default void read(long received, long unpacked) {}
}
