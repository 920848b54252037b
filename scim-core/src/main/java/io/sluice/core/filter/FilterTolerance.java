package io.sluice.core.filter;

/** A form outside the grammar of RFC 7644 section 3.4.2.2 that clients are known to send, and whose meaning is clear. */
public enum FilterTolerance {

    /** {@code emails[type eq "work"].value eq "x"}, which means {@code emails[type eq "work" and value eq "x"]}. */
    SUB_ATTRIBUTE_AFTER_BRACKETS,

    /** A string without quotes: {@code externalId eq 8e9f-11}. */
    UNQUOTED_VALUE
}
