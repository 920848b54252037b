package io.sluice.postgres.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.Changes;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.document.StoredForm;
import io.sluice.postgres.read.Reads;
import io.sluice.postgres.read.ResourceRow;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.SqlErrors;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** PUT and PATCH of groups. A PATCH of members alone is one statement; attributes need the document first. */
final class Groups {

    private static final int ATTEMPTS = 64;

    private final Sql sql;
    private final Reads reads;
    private final InstantSource clock;
    private final MatchingMembers matching;

    Groups(WriteContext writes) {
        this.sql = writes.sql();
        this.reads = writes.reads();
        this.clock = writes.clock();
        this.matching = new MatchingMembers(writes.sql());
    }

    Future<BackendReply> patch(BackendRequest.Patch patch) {
        return resolved(patch).compose(changes -> {
            MemberSet members = MemberSet.of(changes);
            return patch.plan().operations().isEmpty()
                    ? membersOnly(patch, members)
                    : attempt(Attributes.of(patch), members, ATTEMPTS);
        });
    }

    Future<BackendReply> replace(BackendRequest.Replace replace) {
        MemberSet members =
                MemberSet.of(List.of(new MemberChange.ReplaceAll(replace.draft().members())));
        return attempt(Attributes.of(replace), members, ATTEMPTS);
    }

    private Future<List<MemberChange>> resolved(BackendRequest.Patch patch) {
        List<MemberChange> changes = patch.plan().members();
        Optional<UUID> id = Values.uuid(patch.id());
        return id.isPresent() && MatchingMembers.isNeeded(changes)
                ? matching.resolve(patch.context(), id.get(), changes)
                : Future.succeededFuture(changes);
    }

    private Future<BackendReply> membersOnly(BackendRequest.Patch patch, MemberSet members) {
        Optional<UUID> key = Values.uuid(patch.id());
        if (key.isEmpty()) {
            return Future.failedFuture(Reads.notFound(patch.type(), patch.id()));
        }
        GroupChange change =
                GroupChange.ofMembers(patch.context(), patch.id(), key.get(), patch.precondition(), members);
        return send(change, patch.type()).compose(outcome -> {
            if (!outcome.matched() && !isRepetition(outcome, patch.context())) {
                throw change.expected().isPresent()
                        ? Preconditions.failed(outcome.before().resource().version())
                        : Reads.notFound(patch.type(), patch.id());
            }
            return reply(outcome, patch.context(), patch.include());
        });
    }

    private Future<BackendReply> attempt(Attributes wanted, MemberSet members, int attempts) {
        if (attempts == 0) {
            return Future.failedFuture(SqlErrors.unavailable("Too many changes to the group at once; try again."));
        }
        return reads.find(wanted.context(), wanted.type(), wanted.id(), Include.NOTHING)
                .compose(row -> write(wanted, members, row, attempts));
    }

    private Future<BackendReply> write(Attributes wanted, MemberSet members, ResourceRow row, int attempts) {
        StoredResource current = row.resource();
        if (!row.operation().equals(wanted.context().operationId())) {
            Preconditions.check(wanted.precondition(), current.version());
        }
        ObjectNode before = StrictJson.parseObject(current.attributes());
        ObjectNode after = wanted.change().apply(before);
        if (after.equals(before) && members.isNothing()) {
            return withMembership(current, wanted.context(), wanted.include(), false);
        }
        return send(change(wanted, members, row, before, after), wanted.type())
                .recover(cause -> Future.failedFuture(
                        SqlErrors.isState(cause, SqlErrors.UNIQUE_VIOLATION)
                                ? Creates.nameTaken(wanted.type(), after)
                                : cause))
                .compose(outcome -> outcome.matched() || isRepetition(outcome, wanted.context())
                        ? reply(outcome, wanted.context(), wanted.include())
                        : attempt(wanted, members, attempts - 1));
    }

    private static GroupChange change(
            Attributes wanted, MemberSet members, ResourceRow row, ObjectNode before, ObjectNode after) {
        WriteEvent event = WriteEvent.of(
                wanted.context(),
                wanted.type().name(),
                WriteEvent.UPDATED,
                wanted.id(),
                Changes.between(before, after, wanted.type()));
        return new GroupChange(
                wanted.context(),
                UUID.fromString(row.resource().id()),
                Optional.of(Set.of(row.resource().version())),
                members,
                after.equals(before)
                        ? Optional.empty()
                        : Optional.of(StoredForm.of(
                                after, wanted.type(), wanted.context().tenant().number())),
                event);
    }

    /** Fails with NOT_FOUND, and with INVALID_VALUE when somebody who is to be added does not exist. */
    private Future<GroupOutcome> send(GroupChange change, ResourceType type) {
        return sql.send(
                        GroupStatement.text(change),
                        GroupStatement.parameters(change, clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .recover(cause -> Future.failedFuture(
                        SqlErrors.isState(cause, SqlErrors.FOREIGN_KEY_VIOLATION) ? memberGone() : cause))
                .map(rows -> {
                    GroupOutcome outcome = Rows.first(rows, row -> GroupOutcome.read(row, change.context(), type))
                            .orElseThrow(() -> Reads.notFound(type, change.id().toString()));
                    if (outcome.matched() && !outcome.unknown().isEmpty()) {
                        throw MemberSet.unknown(outcome.unknown());
                    }
                    return outcome;
                });
    }

    private static boolean isRepetition(GroupOutcome outcome, RequestContext context) {
        return outcome.before().operation().equals(context.operationId());
    }

    private Future<BackendReply> reply(GroupOutcome outcome, RequestContext context, Include include) {
        boolean changed = outcome.after().isPresent() || !outcome.matched();
        return withMembership(outcome.after().orElse(outcome.before().resource()), context, include, changed);
    }

    /** Members after the change are not seen by the statement that makes it; who wants them costs one more. */
    private Future<BackendReply> withMembership(
            StoredResource resource, RequestContext context, Include include, boolean changed) {
        if (!include.members()) {
            return Future.succeededFuture(new BackendReply.Stored(resource, changed));
        }
        return reads.find(context, resource.type(), resource.id(), include)
                .map(row -> new BackendReply.Stored(row.resource(), changed));
    }

    static ScimException memberGone() {
        return ScimException.of(
                ErrorKind.INVALID_VALUE, "One of those sent as a member has been deleted in the meantime.");
    }
}
