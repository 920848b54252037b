package io.sluice.ldap.mapping;

/** How a SCIM value is written in an LDAP attribute. */
public enum ValueForm {
    TEXT,
    /** TRUE or FALSE. */
    BOOLEAN,
    /** TRUE for false: what locks an account. */
    NOTBOOLEAN,
    /** Bit 2 of Active Directory's userAccountControl, inverted. */
    ACCOUNTCONTROL
}
