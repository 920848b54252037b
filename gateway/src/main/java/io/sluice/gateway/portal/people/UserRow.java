package io.sluice.gateway.portal.people;

import java.time.Instant;

/** A user as the list shows them; what they have not is empty. */
public record UserRow(
        String id,
        String userName,
        String displayName,
        String email,
        String externalId,
        boolean active,
        Instant lastModified) {}
