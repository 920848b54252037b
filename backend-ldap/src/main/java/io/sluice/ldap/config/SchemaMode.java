package io.sluice.ldap.config;

/** Whether the directory carries our auxiliary schema. */
public enum SchemaMode {
    /** Our classes are loaded: every SCIM attribute is kept exactly. */
    OWN,
    /** The directory is as it is: only what the mapping names is kept. */
    NONE
}
