package io.sluice.core.schema;

/** When an attribute appears in an answer (RFC 7643 section 7). */
public enum Returned implements Keyword {
    ALWAYS("always"),
    NEVER("never"),
    DEFAULT("default"),
    REQUEST("request");

    private final String text;

    Returned(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
