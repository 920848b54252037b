package io.sluice.postgres.write;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.read.MembershipColumns;
import io.sluice.postgres.read.ResourceRow;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@link GroupStatement} answers.
 *
 * @param before the group as the statement found it
 * @param matched whether it had a version that was expected, and not been changed by this very operation before
 * @param unknown who was to be added and does not exist
 * @param after the group as it is now, if something changed
 */
record GroupOutcome(ResourceRow before, boolean matched, List<String> unknown, Optional<StoredResource> after) {

    static GroupOutcome read(Row row, RequestContext context, ResourceType type) {
        ResourceRow before = ResourceRow.read(row, context, type, MembershipColumns.NONE, 0);
        return new GroupOutcome(
                before,
                row.getBoolean("matched"),
                Arrays.stream(row.getArrayOfUUIDs("unknown"))
                        .map(Object::toString)
                        .toList(),
                Optional.ofNullable(row.getLong("new_version")).map(version -> after(row, before.resource(), version)));
    }

    private static StoredResource after(Row row, StoredResource before, long version) {
        return new StoredResource(
                before.type(),
                before.id(),
                Long.toString(version),
                before.created(),
                row.getOffsetDateTime("new_modified").toInstant(),
                row.getBuffer("new_doc"),
                new Membership.None());
    }
}
