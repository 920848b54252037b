package io.sluice.core.resource;

/** A text that must not leak: {@code toString} hides it, so that no log or exception can show it by accident. */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
