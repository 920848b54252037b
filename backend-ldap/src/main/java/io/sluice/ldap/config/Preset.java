package io.sluice.ldap.config;

/** Mappings for well-known servers. */
public enum Preset {
    /** Chosen at start by what the server says about itself. */
    AUTO,
    OPENLDAP,
    DS389,
    AD,
    GENERIC
}
