package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.Listing;
import io.sluice.core.control.Tenant;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Member;
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

    public ResourcesResource(ResourceQueries queries, TenantCommands tenants, TenantSchemas schemas) {
        this.queries = queries;
        this.tenants = tenants;
        this.schemas = schemas;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        mount(routes, "/tenants/:tenant/users", ResourceType.USER);
        mount(routes, "/tenants/:tenant/groups", ResourceType.GROUP);
        routes.get("/tenants/:tenant/groups/:id/members", this::members, "cursor", "limit");
    }

    private void mount(AdminRoutes routes, String path, String type) {
        routes.get(path, call -> list(call, type), "q", "externalId", "cursor", "limit")
                .get(path + "/:id", call -> one(call, type));
    }

    private Future<Answer> list(AdminCall call, String type) {
        Optional<String> words = call.query("q").or(() -> call.query("externalId"));
        int limit = call.limit(50, MOST);
        return tenants.get(call.tenant())
                .compose(tenant -> queries.search(inquiry(call, tenant), type, words, call.query("cursor"), limit)
                        .map(found -> page(writer(call, tenant, type), found.resources(), found.nextCursor())));
    }

    private Future<Answer> one(AdminCall call, String type) {
        return tenants.get(call.tenant())
                .compose(tenant -> queries.read(inquiry(call, tenant), type, call.parameter("id"), Include.ALL)
                        .map(found -> Answer.bytes(
                                200, MediaTypes.JSON, writer(call, tenant, type).write(found))));
    }

    private Future<Answer> members(AdminCall call) {
        int limit = call.limit(100, MOST);
        return tenants.get(call.tenant())
                .compose(tenant ->
                        queries.members(inquiry(call, tenant), call.parameter("id"), call.query("cursor"), limit))
                .map(found ->
                        AdminAnswers.list(new Listing<>(found.members(), found.nextCursor()), ResourcesResource::json));
    }

    private static ObjectNode json(Member member) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("value", member.value());
        member.type().ifPresentOrElse(type -> json.put("type", type), () -> json.putNull("type"));
        member.display().ifPresentOrElse(name -> json.put("display", name), () -> json.putNull("display"));
        return json;
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
