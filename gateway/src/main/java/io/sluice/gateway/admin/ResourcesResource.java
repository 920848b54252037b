package io.sluice.gateway.admin;

import io.sluice.core.control.Tenant;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Projection;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.gateway.control.ResourceQueries;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.MediaTypes;
import io.sluice.gateway.render.Locations;
import io.sluice.gateway.render.ResourceWriter;
import io.sluice.gateway.scim.Cursors;
import io.sluice.gateway.scim.ResourceIds;
import io.sluice.gateway.scim.TenantSchemas;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/** {@code /admin/v1/tenants/{tenant}/users} and {@code groups}: what identity providers have brought, to look at only. */
public final class ResourcesResource implements AdminResource {

    private static final int MOST = 1_000;

    private final ResourceQueries queries;
    private final TenantCommands tenants;
    private final TenantSchemas schemas;
    private final Cursors cursors;

    public ResourcesResource(ResourceQueries queries, TenantCommands tenants, TenantSchemas schemas, Cursors cursors) {
        this.queries = queries;
        this.tenants = tenants;
        this.schemas = schemas;
        this.cursors = cursors;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        mount(routes, "/tenants/:tenant/users", ResourceType.USER);
        mount(routes, "/tenants/:tenant/groups", ResourceType.GROUP);
    }

    private void mount(AdminRoutes routes, String path, String type) {
        routes.get(path, call -> list(call, type)).get(path + "/:id", call -> one(call, type));
    }

    private Future<Answer> list(AdminCall call, String type) {
        Optional<String> words = call.query("q").or(() -> call.query("externalId"));
        int limit = call.limit(50, MOST);
        return tenants.get(call.tenant()).compose(tenant -> {
            String binding = "admin\n" + tenant.id().number() + "\n" + type + "\n" + words.orElse("");
            Optional<String> after = call.query("cursor").map(cursor -> cursors.open(cursor, binding));
            return queries.search(inquiry(call, tenant), type, words, after, limit)
                    .map(found -> page(
                            writer(call, tenant, type),
                            found.resources(),
                            found.next().map(position -> cursors.issue(position, binding))));
        });
    }

    private Future<Answer> one(AdminCall call, String type) {
        String id = call.parameter("id");
        if (!ResourceIds.isId(id)) {
            throw ScimException.of(ErrorKind.NOT_FOUND, "There is no such resource.");
        }
        return tenants.get(call.tenant())
                .compose(tenant -> queries.read(inquiry(call, tenant), type, id)
                        .map(found -> Answer.bytes(
                                200, MediaTypes.JSON, writer(call, tenant, type).write(found))));
    }

    private static Answer page(ResourceWriter writer, List<StoredResource> found, Optional<String> next) {
        Buffer out = Buffer.buffer("{\"items\":[");
        for (int i = 0; i < found.size(); i++) {
            out.appendString(i == 0 ? "" : ",").appendBuffer(writer.write(found.get(i)));
        }
        // Cursors are base64url: nothing in them needs escaping.
        String cursor = next.map(text -> "\"" + text + "\"").orElse("null");
        return Answer.bytes(200, MediaTypes.JSON, out.appendString("],\"nextCursor\":" + cursor + "}"));
    }

    private ResourceWriter writer(AdminCall call, Tenant tenant, String type) {
        SchemaRegistry registry = schemas.of(tenant);
        Locations locations =
                new Locations(ScimUrls.of(call.publicUrl(), tenant.id().slug()), registry);
        ResourceType known = registry.resourceType(type).orElseThrow();
        return ResourceWriter.of(locations, Projection.of(Optional.empty(), Optional.empty(), known));
    }

    private static ResourceQueries.Inquiry inquiry(AdminCall call, Tenant tenant) {
        return new ResourceQueries.Inquiry(tenant, call.actor(), call.requestId());
    }
}
