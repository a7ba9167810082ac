package dev.chipwise.schemas.kafka;

/** The cluster does not answer, or not as it should; asking again later may help. */
public final class ClusterUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ClusterUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
