package dev.chipwise.deploy.cli;

/** The command was asked for something it cannot do as asked; the message says what to change. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
