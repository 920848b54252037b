package io.sluice.core.resource;

import io.sluice.core.schema.ResourceType;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * A resource as a backend keeps it.
 *
 * @param id chosen by the server, never reused
 * @param version an opaque token that changes with every change; becomes the weak ETag {@code W/"version"}
 * @param attributes a JSON object in UTF-8 with everything but {@code id}, {@code meta}, {@code groups}, {@code members} and
 *     {@code password}: names as the schema spells them, no nulls, no empty arrays; treated as immutable
 * @param membership what is derived from memberships, as far as it was asked for
 */
public record StoredResource(
        ResourceType type,
        String id,
        String version,
        Instant created,
        Instant lastModified,
        Buffer attributes,
        Membership membership) {

    /** The same with other attributes, which may hold what is derived. */
    public StoredResource withAttributes(Buffer others) {
        return new StoredResource(type, id, version, created, lastModified, others, membership);
    }
}
