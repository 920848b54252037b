package io.sluice.core.schema;

/** Data types of RFC 7643 section 2.3. */
public enum AttributeType implements Keyword {
    STRING("string"),
    BOOLEAN("boolean"),
    DECIMAL("decimal"),
    INTEGER("integer"),
    DATE_TIME("dateTime"),
    BINARY("binary"),
    REFERENCE("reference"),
    COMPLEX("complex");

    private final String text;

    AttributeType(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
