package io.sluice.core.schema;

/** Data types of RFC 7643 section 2.3. */
public enum AttributeType {
    STRING,
    BOOLEAN,
    DECIMAL,
    INTEGER,
    DATE_TIME,
    BINARY,
    REFERENCE,
    COMPLEX
}
