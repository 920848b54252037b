package io.sluice.ldap.entry;

/**
 * Where a resource is.
 *
 * @param group whether it is a group, else a user
 */
public record Located(String id, String dn, boolean group) {}
