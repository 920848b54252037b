package io.sluice.gateway.activity;

/** Whose bodies are kept. */
public enum BodyPolicy {
    NONE,
    FAILURES,
    ALL;

    boolean keeps(int status) {
        return switch (this) {
            case NONE -> false;
            case FAILURES -> status >= 400;
            case ALL -> true;
        };
    }
}
