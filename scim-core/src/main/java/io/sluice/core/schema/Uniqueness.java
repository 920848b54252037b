package io.sluice.core.schema;

/** How far a value must be the only one (RFC 7643 section 7). */
public enum Uniqueness implements Keyword {
    NONE("none"),
    SERVER("server"),
    GLOBAL("global");

    private final String text;

    Uniqueness(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
