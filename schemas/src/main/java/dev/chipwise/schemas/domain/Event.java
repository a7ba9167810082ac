package dev.chipwise.schemas.domain;

/**
 * Something that a publisher says: an input of the whole system, identified once for ever by its
 * envelope.
 */
public sealed interface Event permits Result, ModelVersion, ResultRetraction {

    Envelope envelope();

    /** The same thing, said in another envelope. */
    Event withEnvelope(Envelope other);

    /** The name of the model it is about: the topic key of every event. */
    String modelName();

    /**
     * What makes two events one: their id, and what it stands for. An id that somebody used for two
     * things names two events.
     */
    String identity();
}
