package io.sluice.ldap.mapping;

/** How passwords are set. */
public enum PasswordWrite {
    /** By the password-modify operation (RFC 3062); the server hashes. */
    PASSWORDMODIFY,
    /** Active Directory's unicodePwd. */
    UNICODEPWD,
    /** Not at all: passwords are ignored. */
    IGNORE
}
