package io.sluice.postgres.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.resource.Membership;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.batch.Batcher;
import io.sluice.postgres.read.MemberPages;
import io.sluice.postgres.read.Reads;
import io.sluice.postgres.sql.SqlErrors;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** POST: one statement, shared with others that wait; a group with members has one of its own. */
public final class Creates {

    private final Batcher<Creation, Optional<Instant>> batcher;
    private final GroupCreation groups;
    private final Reads reads;
    private final InstantSource clock;
    private final int memberPage;

    public Creates(WriteContext writes) {
        this.batcher = writes.batcher("create", new CreateBatch(writes.sql(), writes.clock())::send);
        this.groups = new GroupCreation(writes.sql());
        this.reads = writes.reads();
        this.clock = writes.clock();
        this.memberPage = writes.settings().memberPageSize();
    }

    public Future<BackendReply> create(BackendRequest.Create create) {
        return create.draft().members().isEmpty() ? batched(create) : withMembers(create);
    }

    private Future<BackendReply> batched(BackendRequest.Create create) {
        Creation creation = Creation.of(create, List.of());
        return batcher.submit(creation)
                .compose(made -> made.map(at -> stored(creation, at, noMembership(creation.type())))
                        .orElseGet(() -> taken(create)));
    }

    private Future<BackendReply> withMembers(BackendRequest.Create create) {
        MemberSet members =
                MemberSet.of(List.of(new MemberChange.ReplaceAll(create.draft().members())));
        Creation creation = Creation.of(create, GroupCreation.changes(members));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return groups.send(creation, members, now)
                .recover(cause -> SqlErrors.isState(cause, SqlErrors.FOREIGN_KEY_VIOLATION)
                        ? Future.failedFuture(Groups.memberGone())
                        : Future.failedFuture(cause))
                .compose(outcome -> {
                    if (outcome.made()) {
                        return stored(creation, now, MemberPages.cut(outcome.typed(members), memberPage));
                    }
                    List<String> unknown = outcome.unknown(members);
                    return unknown.isEmpty() ? taken(create) : Future.failedFuture(MemberSet.unknown(unknown));
                });
    }

    private static Future<BackendReply> stored(Creation creation, Instant at, Membership membership) {
        return Future.succeededFuture(new BackendReply.Stored(creation.stored(at, membership), true));
    }

    private static Membership noMembership(ResourceType type) {
        if (type.isUser()) {
            return new Membership.InGroups(List.of());
        }
        return type.isGroup() ? new Membership.OfGroup(List.of(), Optional.empty()) : new Membership.None();
    }

    /** Either this very create was committed before, and its reply was lost, or the name is another's. */
    private Future<BackendReply> taken(BackendRequest.Create create) {
        ResourceType type = create.draft().type();
        String id = create.context().operationId().toString();
        return reads.find(create.context(), type, id, Include.ALL)
                .<BackendReply>map(found -> new BackendReply.Stored(found.resource(), true))
                .recover(cause -> Future.failedFuture(
                        cause instanceof ScimException known && known.error().kind() == ErrorKind.NOT_FOUND
                                ? nameTaken(type, create.draft().attributes())
                                : cause));
    }

    /** The name that is unique: of users always, of groups when the configuration asks for it. */
    static ScimException nameTaken(ResourceType type, JsonNode attributes) {
        String attribute = type.isGroup() ? "displayName" : "userName";
        return ScimException.of(
                ErrorKind.UNIQUENESS,
                "Another %s has the %s %s already (case is ignored)."
                        .formatted(
                                type.name().toLowerCase(Locale.ROOT),
                                attribute,
                                attributes.path(attribute).asText()));
    }
}
