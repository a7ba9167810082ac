package dev.chipwise.deploy.broker;

/**
 * The embedded broker cannot start; the message says what is in the way and what to do about it.
 */
public final class BrokerStartException extends RuntimeException {

    BrokerStartException(String message) {
        super(message);
    }

    BrokerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
