package io.sluice.core.control;

/** Whether a token may be used; an expired token stays in its state and is refused all the same. */
public enum TokenState {
    ACTIVE,
    INACTIVE
}
