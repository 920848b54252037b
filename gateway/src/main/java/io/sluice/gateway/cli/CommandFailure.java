package io.sluice.gateway.cli;

/** A command cannot do what it was asked; the message says why. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message, null, false, false);
    }
}
