package io.sluice.core.schema;

/** Who may write an attribute, and when (RFC 7643 section 7). */
public enum Mutability {
    READ_ONLY,
    READ_WRITE,
    IMMUTABLE,
    WRITE_ONLY
}
