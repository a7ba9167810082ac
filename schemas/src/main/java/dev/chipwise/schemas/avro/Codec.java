package dev.chipwise.schemas.avro;

/**
 * Turns a record into bytes and back. Equal records give equal bytes; safe for use by many threads
 * at once.
 */
public interface Codec<T> {

    byte[] encode(T record);

    /**
     * The record in these bytes, whichever published version of its schema wrote them.
     *
     * @throws UnreadableRecord when they are no such record; nothing else is ever thrown for bad
     *     bytes
     */
    T decode(byte[] bytes);
}
