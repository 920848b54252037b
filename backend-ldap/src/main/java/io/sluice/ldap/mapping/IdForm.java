package io.sluice.ldap.mapping;

/** How a server writes the unique id of an entry. */
public enum IdForm {
    /** As a UUID in text (RFC 4530). */
    TEXT,
    /** As the 16 bytes of Microsoft's GUID, whose first three groups are little-endian. */
    GUID,
    /** As 32 hexadecimal digits in four groups of eight. */
    NSUNIQUEID
}
