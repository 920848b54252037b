package io.sluice.ldap.mapping;

/** What happens in mode none to an attribute that no mapping names. */
public enum Unmapped {
    /** The request is refused with invalidValue. */
    REJECT,
    /** It is not stored. */
    DROP
}
