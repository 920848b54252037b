package io.sluice.core.kit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.Actor;
import io.sluice.core.control.TenantId;
import io.sluice.core.patch.PatchBinder;
import io.sluice.core.patch.PatchParser;
import io.sluice.core.patch.PatchPlan;
import io.sluice.core.resource.DraftReader;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Builds the requests of one tenant from what a client sends: JSON, filter text, patch JSON. Every request gets an operation id
 * of its own, or the one set with {@link #repeating}.
 *
 * @param operationIds where operation ids come from
 */
public record Requests(TenantId tenant, Actor actor, Supplier<UUID> operationIds) {

    public static final Actor ENTRA = new Actor("credential-1", "entra", "203.0.113.9");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    public static Requests of(TenantId tenant) {
        return new Requests(tenant, ENTRA, OperationIds::next);
    }

    /** Requests that all carry this operation id, as repetitions after a lost reply do. */
    public Requests repeating(UUID operationId) {
        return new Requests(tenant, actor, () -> operationId);
    }

    public Requests by(Actor other) {
        return new Requests(tenant, other, operationIds);
    }

    public RequestContext context() {
        UUID operationId = operationIds.get();
        return new RequestContext(
                tenant,
                "request-" + operationId,
                operationId,
                actor,
                Instant.now().plus(PATIENCE));
    }

    public BackendRequest.Create create(ResourceType type, JsonNode body) {
        return create(type, body.toString());
    }

    public BackendRequest.Create create(ResourceType type, String json) {
        return new BackendRequest.Create(context(), DraftReader.read(Documents.parse(json), type));
    }

    public BackendRequest.Read read(ResourceType type, String id) {
        return new BackendRequest.Read(context(), type, id, Include.ALL);
    }

    public BackendRequest.Replace replace(StoredResource resource, JsonNode body) {
        return new BackendRequest.Replace(
                context(),
                resource.id(),
                DraftReader.read(Documents.parse(body.toString()), resource.type()),
                Precondition.none(),
                Include.ALL);
    }

    /**
     * @param operations the elements of {@code Operations}, without the brackets
     */
    public BackendRequest.Patch patch(StoredResource resource, String operations) {
        return new BackendRequest.Patch(
                context(),
                resource.type(),
                resource.id(),
                plan(resource.type(), operations),
                Precondition.none(),
                Include.ALL);
    }

    public static PatchPlan plan(ResourceType type, String operations) {
        String body = """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [%s]}""".formatted(operations);
        return PatchBinder.bind(PatchParser.parse(Documents.parse(body)), type);
    }

    public BackendRequest.Delete delete(StoredResource resource) {
        return new BackendRequest.Delete(context(), resource.type(), resource.id(), Precondition.none());
    }

    public SearchRequest search(ResourceType type) {
        return SearchRequest.of(this, type);
    }

    public BackendRequest.ReadMembers members(String groupId, String after, int limit) {
        return new BackendRequest.ReadMembers(context(), groupId, after, limit);
    }

    public BackendRequest.Purge purge() {
        return new BackendRequest.Purge(context());
    }

    /** The same write, provided that the resource has one of these versions. */
    public static BackendRequest.Replace ifMatch(BackendRequest.Replace replace, String... versions) {
        return new BackendRequest.Replace(
                replace.context(), replace.id(), replace.draft(), versionIn(versions), replace.include());
    }

    public static BackendRequest.Patch ifMatch(BackendRequest.Patch patch, String... versions) {
        return new BackendRequest.Patch(
                patch.context(), patch.type(), patch.id(), patch.plan(), versionIn(versions), patch.include());
    }

    public static BackendRequest.Delete ifMatch(BackendRequest.Delete delete, String... versions) {
        return new BackendRequest.Delete(delete.context(), delete.type(), delete.id(), versionIn(versions));
    }

    private static Precondition versionIn(String... versions) {
        return new Precondition.VersionIn(Set.of(versions));
    }
}
