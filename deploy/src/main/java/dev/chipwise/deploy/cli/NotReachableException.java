package dev.chipwise.deploy.cli;

/** A broker, server or store is not there; asking again later may help. */
final class NotReachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReachableException(String message) {
        super(message);
    }
}
