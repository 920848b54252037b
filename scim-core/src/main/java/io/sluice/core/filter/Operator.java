package io.sluice.core.filter;

/** Comparison operators of RFC 7644 section 3.4.2.2, table 3, without {@code pr}, which has no value. */
public enum Operator {
    EQ,
    NE,
    CO,
    SW,
    EW,
    GT,
    GE,
    LT,
    LE
}
