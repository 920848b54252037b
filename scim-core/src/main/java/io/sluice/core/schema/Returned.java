package io.sluice.core.schema;

/** When an attribute appears in an answer (RFC 7643 section 7). */
public enum Returned {
    ALWAYS,
    NEVER,
    DEFAULT,
    REQUEST
}
