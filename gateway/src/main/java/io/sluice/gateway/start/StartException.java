package io.sluice.gateway.start;

/** A node cannot start; the message tells the operator why in a sentence. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartException(String message) {
        super(message, null, false, false);
    }
}
