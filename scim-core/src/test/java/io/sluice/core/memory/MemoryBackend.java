package io.sluice.core.memory;

import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Capabilities;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The reference of the backend contract: the rules in their plainest form, one request after the other, nothing durable. It
 * keeps no passwords. Its audit events go to the {@link MemoryAuditTrail} of its Vert.x instance. Ids are operation ids.
 */
public final class MemoryBackend implements Backend {

    /** The most members of the first page, unless told otherwise. */
    public static final int MEMBER_PAGE = 1_000;

    private final Map<TenantId, Partition> partitions = new HashMap<>();
    private final Replies replies;
    private final Writes writes;
    private final Searches searches;
    private final boolean uniqueGroups;

    public MemoryBackend(Vertx vertx) {
        this(vertx, InstantSource.system(), MEMBER_PAGE, false);
    }

    /**
     * @param uniqueGroups whether two groups of one displayName are refused
     */
    public MemoryBackend(Vertx vertx, InstantSource clock, int memberPage, boolean uniqueGroups) {
        this.uniqueGroups = uniqueGroups;
        this.replies = new Replies(memberPage);
        this.writes = new Writes(replies, new ResourceAudit(MemoryAuditTrail.of(vertx)), clock);
        this.searches = new Searches(replies);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.ALL_BUT_PASSWORD;
    }

    @Override
    public Future<Void> start() {
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<BackendReply> execute(BackendRequest request) {
        try {
            Partition partition =
                    partitions.computeIfAbsent(request.context().tenant(), ignored -> new Partition(uniqueGroups));
            return Future.succeededFuture(answer(partition, request));
        } catch (ScimException e) {
            return Future.succeededFuture(new BackendReply.Failed(e.error()));
        }
    }

    @Override
    public Future<Void> health() {
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> stop() {
        return Future.succeededFuture();
    }

    private BackendReply answer(Partition partition, BackendRequest request) {
        return switch (request) {
            case BackendRequest.Create create -> once(partition, create, p -> writes.create(p, create));
            case BackendRequest.Replace replace -> once(partition, replace, p -> writes.replace(p, replace));
            case BackendRequest.Patch patch -> once(partition, patch, p -> writes.patch(p, patch));
            case BackendRequest.Delete delete -> once(partition, delete, p -> writes.delete(p, delete));
            case BackendRequest.Read read ->
                replies.stored(partition, partition.require(read.type(), read.id()), read.include(), false);
            case BackendRequest.Search search -> searches.find(partition, search.query());
            case BackendRequest.ReadMembers read -> members(partition, read);
            case BackendRequest.Purge purge -> purge(purge);
        };
    }

    /** A write that has been committed under its operation id is not done again. */
    private static BackendReply once(
            Partition partition, BackendRequest request, Function<Partition, BackendReply> write) {
        var operationId = request.context().operationId();
        return partition.committed(operationId).orElseGet(() -> {
            BackendReply reply = write.apply(partition);
            partition.commit(operationId, reply);
            return reply;
        });
    }

    private static BackendReply members(Partition partition, BackendRequest.ReadMembers read) {
        partition
                .find(read.groupId())
                .filter(entry -> entry.type().isGroup())
                .orElseThrow(() ->
                        ScimException.of(ErrorKind.NOT_FOUND, "There is no Group with the id " + read.groupId() + "."));
        var rest = partition.memberships().of(read.groupId()).tailMap(read.after(), false);
        return new BackendReply.MemberPage(Replies.page(rest, read.limit()));
    }

    private BackendReply purge(BackendRequest.Purge purge) {
        partitions.remove(purge.context().tenant());
        return new BackendReply.Deleted();
    }
}
