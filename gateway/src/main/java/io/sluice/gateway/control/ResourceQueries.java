package io.sluice.gateway.control;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.backend.Total;
import io.sluice.core.control.Actor;
import io.sluice.core.control.Tenant;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.CaseFolding;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.TimeOrderedIds;
import io.sluice.gateway.scim.Cursors;
import io.sluice.gateway.scim.ResourceIds;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What administrators see of a tenant's users and groups; read only. */
public final class ResourceQueries {

    private final Dispatcher dispatcher;
    private final Cursors cursors;

    public ResourceQueries(Dispatcher dispatcher, Cursors cursors) {
        this.dispatcher = dispatcher;
        this.cursors = cursors;
    }

    /**
     * Who asks, and for which request.
     *
     * @param requestId for logs
     */
    public record Inquiry(Tenant tenant, Actor actor, String requestId) {}

    /**
     * One page of users or groups.
     *
     * @param nextCursor where the next page begins; good for the same search of the same tenant alone
     */
    public record Matches(List<StoredResource> resources, Total total, Optional<String> nextCursor) {
        public Matches {
            resources = List.copyOf(resources);
        }
    }

    /**
     * One page of a group's members.
     *
     * @param nextCursor where the next page begins; good for the same group alone
     */
    public record MemberList(List<Member> members, Optional<String> nextCursor) {
        public MemberList {
            members = List.copyOf(members);
        }
    }

    /**
     * Those whose userName or displayName begins with the text, or one of whose e-mail addresses or whose externalId is the
     * text; only what an index answers, so that it takes no longer with a million users.
     *
     * @param type {@code User} or {@code Group}
     * @param text empty for everybody
     * @param cursor as the page before gave it; fails with INVALID_CURSOR or EXPIRED_CURSOR when that was not so
     */
    public Future<Matches> search(
            Inquiry inquiry, String type, Optional<String> text, Optional<String> cursor, int count) {
        ResourceType known = type(type);
        String binding = binding(inquiry, type, text.orElse(""));
        Page page = new Page.ByCursor(cursor.map(sent -> cursors.open(sent, binding)), count);
        SearchQuery query = new SearchQuery(
                known, text.map(words -> filter(known, words)), Optional.empty(), page, Include.NOTHING);
        return dispatcher
                .dispatch(inquiry.tenant(), new BackendRequest.Search(context(inquiry), query))
                .map(reply -> expect(reply, BackendReply.Found.class))
                .map(found -> new Matches(
                        found.resources(), found.total(), found.next().map(next -> cursors.issue(next, binding))));
    }

    /**
     * NOT_FOUND when there is none.
     *
     * @param include with {@code ALL} a user comes with its groups, a group with the first page of its members
     */
    public Future<StoredResource> read(Inquiry inquiry, String type, String id, Include include) {
        if (!ResourceIds.isId(id)) {
            return Future.failedFuture(ScimException.of(ErrorKind.NOT_FOUND, "There is no such resource."));
        }
        BackendRequest.Read request = new BackendRequest.Read(context(inquiry), type(type), id, include);
        return dispatcher
                .dispatch(inquiry.tenant(), request)
                .map(reply -> expect(reply, BackendReply.Stored.class).resource());
    }

    /**
     * One page of a group's members, at a cost that does not grow with the group; NOT_FOUND when there is no such group.
     *
     * @param cursor empty for the first page
     */
    public Future<MemberList> members(Inquiry inquiry, String group, Optional<String> cursor, int count) {
        if (!ResourceIds.isId(group)) {
            return Future.failedFuture(ScimException.of(ErrorKind.NOT_FOUND, "There is no such resource."));
        }
        String binding = binding(inquiry, "members", group);
        String after =
                cursor.map(sent -> cursors.open(sent, binding)).orElse(BackendRequest.ReadMembers.FROM_THE_FIRST);
        BackendRequest.ReadMembers request = new BackendRequest.ReadMembers(context(inquiry), group, after, count);
        return dispatcher
                .dispatch(inquiry.tenant(), request)
                .map(reply -> expect(reply, BackendReply.MemberPage.class).page())
                .map(page -> new MemberList(page.members(), page.next().map(next -> cursors.issue(next, binding))));
    }

    private static String binding(Inquiry inquiry, String list, String narrowedTo) {
        return "admin\n" + inquiry.tenant().id().number() + "\n" + list + "\n" + narrowedTo;
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
