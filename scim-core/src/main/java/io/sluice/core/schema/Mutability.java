package io.sluice.core.schema;

/** Who may write an attribute, and when (RFC 7643 section 7). */
public enum Mutability implements Keyword {
    READ_ONLY("readOnly"),
    READ_WRITE("readWrite"),
    IMMUTABLE("immutable"),
    WRITE_ONLY("writeOnly");

    private final String text;

    Mutability(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
