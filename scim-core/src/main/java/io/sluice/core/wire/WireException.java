package io.sluice.core.wire;

/** A message of another node cannot be read: it is damaged, or of a version that this node does not know. */
public final class WireException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }
}
