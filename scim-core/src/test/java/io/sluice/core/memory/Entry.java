package io.sluice.core.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.schema.ResourceType;
import java.time.Instant;

/**
 * A resource in memory, without what is derived from memberships.
 *
 * @param attributes never modified after it was put here
 * @param text the attributes as they are answered, written once for all answers
 */
record Entry(
        ResourceType type,
        String id,
        long version,
        Instant created,
        Instant lastModified,
        ObjectNode attributes,
        String text) {

    Entry(ResourceType type, String id, long version, Instant created, Instant lastModified, ObjectNode attributes) {
        this(type, id, version, created, lastModified, attributes, attributes.toString());
    }

    Entry changed(ObjectNode newAttributes, long newVersion, Instant at) {
        return new Entry(type, id, newVersion, created, at, newAttributes);
    }

    String versionText() {
        return Long.toString(version, Character.MAX_RADIX);
    }

    /** As the audit trail names it. */
    String target() {
        return type.name() + "/" + id;
    }
}
