package io.sluice.core.schema;

/** How far a value must be the only one (RFC 7643 section 7). */
public enum Uniqueness {
    NONE,
    SERVER,
    GLOBAL
}
