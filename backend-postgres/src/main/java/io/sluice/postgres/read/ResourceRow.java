package io.sluice.postgres.read;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.vertx.sqlclient.Row;
import java.util.UUID;

/**
 * A row of the table resource.
 *
 * @param operation the last write
 */
public record ResourceRow(StoredResource resource, long version, UUID operation) {

    /** Of the row known as {@code r}. */
    public static final String COLUMNS = "r.tenant, r.id, r.version, r.operation, r.created, r.modified, r.doc";

    /**
     * Besides the tenant in every statement this is the second wall: a row of another tenant is never shown, whatever statement
     * brought it here.
     */
    public static ResourceRow read(
            Row row, RequestContext context, ResourceType type, MembershipColumns columns, int memberPage) {
        requireTenant(row, context);
        long version = row.getLong("version");
        Membership membership = columns.read(row, memberPage);
        StoredResource resource = new StoredResource(
                type,
                row.getUUID("id").toString(),
                Long.toString(version),
                row.getOffsetDateTime("created").toInstant(),
                row.getOffsetDateTime("modified").toInstant(),
                row.getBuffer("doc"),
                membership);
        return new ResourceRow(resource, version, row.getUUID("operation"));
    }

    private static void requireTenant(Row row, RequestContext context) {
        int tenant = row.getInteger("tenant");
        if (tenant != context.tenant().number()) {
            throw new IllegalStateException(
                    "A statement for tenant " + context.tenant().number() + " brought a row of another one");
        }
    }
}
