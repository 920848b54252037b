package io.sluice.core.resource;

import java.util.Optional;

/**
 * A member of a group (RFC 7643 section 4.2). {@code $ref} is derived when the member is rendered.
 *
 * @param value the id of the member
 * @param type {@code User} or {@code Group}; empty in a request that does not say: the backend finds out
 * @param display as it was sent, if it was
 */
public record Member(String value, Optional<String> type, Optional<String> display) {}
