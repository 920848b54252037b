package io.sluice.core.resource;

/**
 * An element of a user's {@code groups}, derived on read (RFC 7643 section 4.1.2).
 *
 * @param value the id of the group
 * @param display the group's displayName
 */
public record GroupReference(String value, String display) {}
