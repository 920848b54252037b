package io.sluice.gateway.control;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.control.Actor;
import io.sluice.core.control.Tenant;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.CaseFolding;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.TimeOrderedIds;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What administrators see of a tenant's users and groups; read only. */
public final class ResourceQueries {

    private final Dispatcher dispatcher;

    public ResourceQueries(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * Who asks, and for which request.
     *
     * @param requestId for logs
     */
    public record Inquiry(Tenant tenant, Actor actor, String requestId) {}

    /**
     * Those whose userName or displayName begins with the text, or one of whose e-mail addresses or whose externalId is the
     * text; only what an index answers, so that it takes no longer with a million users.
     *
     * @param type {@code User} or {@code Group}
     * @param text empty for everybody
     * @param after the backend's position, as the page before gave it; the caller vouches for it
     */
    public Future<BackendReply.Found> search(
            Inquiry inquiry, String type, Optional<String> text, Optional<String> after, int count) {
        ResourceType known = type(type);
        Page page = new Page.ByCursor(after, count);
        SearchQuery query = new SearchQuery(
                known, text.map(words -> filter(known, words)), Optional.empty(), page, Include.NOTHING);
        return dispatcher
                .dispatch(inquiry.tenant(), new BackendRequest.Search(context(inquiry), query))
                .map(reply -> expect(reply, BackendReply.Found.class));
    }

    /** NOT_FOUND when there is none; a group comes with the first page of its members. */
    public Future<StoredResource> read(Inquiry inquiry, String type, String id) {
        BackendRequest.Read request = new BackendRequest.Read(context(inquiry), type(type), id, Include.ALL);
        return dispatcher
                .dispatch(inquiry.tenant(), request)
                .map(reply -> expect(reply, BackendReply.Stored.class).resource());
    }

    /** The page of members after the one that ended with this position. */
    public Future<Membership.OfGroup> members(Inquiry inquiry, String group, String after, int count) {
        BackendRequest.ReadMembers request = new BackendRequest.ReadMembers(context(inquiry), group, after, count);
        return dispatcher
                .dispatch(inquiry.tenant(), request)
                .map(reply -> expect(reply, BackendReply.MemberPage.class).page());
    }

    private RequestContext context(Inquiry inquiry) {
        Instant deadline = Instant.now().plus(dispatcher.deadline());
        return new RequestContext(
                inquiry.tenant().id(), inquiry.requestId(), TimeOrderedIds.next(), inquiry.actor(), deadline);
    }

    private static ResourceType type(String name) {
        return SchemaRegistry.standard()
                .resourceType(name)
                .orElseThrow(() -> ScimException.of(ErrorKind.NOT_FOUND, "There is no such type of resource."));
    }

    private static Filter filter(ResourceType type, String words) {
        List<Filter> terms = new ArrayList<>();
        term(type, "userName", Operator.SW, words).ifPresent(terms::add);
        term(type, "displayName", Operator.SW, words).ifPresent(terms::add);
        term(type, "emails.value", Operator.EQ, words).ifPresent(terms::add);
        term(type, "externalId", Operator.EQ, words).ifPresent(terms::add);
        return new Filter.Or(terms);
    }

    private static Optional<Filter> term(ResourceType type, String name, Operator operator, String words) {
        return AttributeResolver.resolve(type, name)
                .map(path -> new Filter.Comparison(path, operator, literal(path, words)));
    }

    private static Literal literal(AttributePath path, String words) {
        return new Literal.Text(words, path.leaf().caseExact() ? words : CaseFolding.fold(words));
    }

    private static <T extends BackendReply> T expect(BackendReply reply, Class<T> kind) {
        if (kind.isInstance(reply)) {
            return kind.cast(reply);
        }
        throw new IllegalStateException(
                "The backend answered with " + reply.getClass().getSimpleName());
    }
}
