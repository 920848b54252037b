package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Sends requests of one tenant to a backend and expects an answer of a certain kind. */
public final class BackendClient {

    private final EventLoop loop;
    private final Backend backend;
    private final Requests requests;

    BackendClient(EventLoop loop, Backend backend, Requests requests) {
        this.loop = loop;
        this.backend = backend;
        this.requests = requests;
    }

    public Requests requests() {
        return requests;
    }

    public TenantId tenant() {
        return requests.tenant();
    }

    /** The answer, whatever it is. */
    public BackendReply send(BackendRequest request) {
        return loop.get(() -> execute(request));
    }

    /** All answers; the requests are handed over in this order without waiting in between. */
    public List<BackendReply> sendAll(List<? extends BackendRequest> all) {
        List<Supplier<Future<BackendReply>>> calls = new ArrayList<>();
        all.forEach(request -> calls.add(() -> execute(request)));
        return loop.all(calls);
    }

    public BackendReply.Stored stored(BackendRequest request) {
        return as(BackendReply.Stored.class, send(request));
    }

    public List<StoredResource> storedAll(List<? extends BackendRequest> all) {
        return sendAll(all).stream()
                .map(reply -> as(BackendReply.Stored.class, reply).resource())
                .toList();
    }

    public StoredResource create(ResourceType type, JsonNode body) {
        return stored(requests.create(type, body)).resource();
    }

    public StoredResource create(ResourceType type, String json) {
        return create(type, Documents.parse(json));
    }

    public StoredResource user(String userName) {
        return create(Fixtures.USER, Fixtures.user(userName));
    }

    public List<StoredResource> users(List<String> userNames) {
        return storedAll(userNames.stream()
                .map(name -> requests.create(Fixtures.USER, Fixtures.user(name)))
                .toList());
    }

    public StoredResource group(String displayName, StoredResource... members) {
        return create(Fixtures.GROUP, Fixtures.group(displayName, List.of(members)));
    }

    public StoredResource read(StoredResource resource) {
        return stored(requests.read(resource.type(), resource.id())).resource();
    }

    public boolean exists(StoredResource resource) {
        return !(send(requests.read(resource.type(), resource.id())) instanceof BackendReply.Failed);
    }

    public BackendReply.Stored patch(StoredResource resource, String operations) {
        return stored(requests.patch(resource, operations));
    }

    public BackendReply.Stored replace(StoredResource resource, JsonNode body) {
        return stored(requests.replace(resource, body));
    }

    public void delete(StoredResource resource) {
        as(BackendReply.Deleted.class, send(requests.delete(resource)));
    }

    public BackendReply.Found find(SearchRequest search) {
        return as(BackendReply.Found.class, send(search.build()));
    }

    /** The ids that a filter selects. */
    public Set<String> ids(ResourceType type, String filter) {
        return find(requests.search(type).filter(filter)).resources().stream()
                .map(StoredResource::id)
                .collect(Collectors.toSet());
    }

    public long count(ResourceType type) {
        return find(requests.search(type).page(1, 0)).total().count();
    }

    /** All members of a group, page by page, with the ids in the order of the pages. */
    public List<String> memberIds(StoredResource group) {
        Membership.OfGroup page = membersOf(read(group));
        List<String> ids = new ArrayList<>();
        page.members().forEach(member -> ids.add(member.value()));
        Optional<String> next = page.next();
        while (next.isPresent()) {
            page = memberPage(group, next.get(), BackendSetup.MEMBER_PAGE);
            page.members().forEach(member -> ids.add(member.value()));
            next = page.next();
        }
        return ids;
    }

    public Membership.OfGroup memberPage(StoredResource group, String after, int limit) {
        return as(BackendReply.MemberPage.class, send(requests.members(group.id(), after, limit)))
                .page();
    }

    public static Membership.OfGroup membersOf(StoredResource group) {
        assertThat(group.membership()).isInstanceOf(Membership.OfGroup.class);
        return (Membership.OfGroup) group.membership();
    }

    public static Membership.InGroups groupsOf(StoredResource user) {
        assertThat(user.membership()).isInstanceOf(Membership.InGroups.class);
        return (Membership.InGroups) user.membership();
    }

    /** Asserts that the request fails with an error of that kind, and returns its text. */
    public String refused(ErrorKind kind, BackendRequest request) {
        return refusal(kind, send(request));
    }

    public static String refusal(ErrorKind kind, BackendReply reply) {
        ScimError error = as(BackendReply.Failed.class, reply).error();
        assertThat(error.kind()).as(error.detail()).isEqualTo(kind);
        assertThat(error.detail()).isNotBlank();
        return error.detail();
    }

    private static <T extends BackendReply> T as(Class<T> kind, BackendReply reply) {
        assertThat(reply).isInstanceOf(kind);
        return kind.cast(reply);
    }

    /** A failure with a ScimException is as good as a reply that says the same. */
    private Future<BackendReply> execute(BackendRequest request) {
        return backend.execute(request)
                .recover(cause -> cause instanceof ScimException known
                        ? Future.succeededFuture(new BackendReply.Failed(known.error()))
                        : Future.failedFuture(cause));
    }
}
