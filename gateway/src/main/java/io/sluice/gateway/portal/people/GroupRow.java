package io.sluice.gateway.portal.people;

import java.time.Instant;

/** A group as the list shows it; what it has not is empty. */
public record GroupRow(String id, String displayName, String externalId, Instant lastModified) {}
