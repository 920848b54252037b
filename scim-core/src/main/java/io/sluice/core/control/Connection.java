package io.sluice.core.control;

import java.time.Instant;

/**
 * What the credentials of one vendor have in common in one tenant; made with the first of them, and there until the tenant ends.
 *
 * @param idp the vendor
 * @param strict whether the profile is {@code strict}: no dialect is tolerated
 */
public record Connection(String idp, boolean strict, Instant createdAt) {}
