package io.sluice.postgres.write;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.resource.MemberChange;
import io.sluice.postgres.batch.OrderedBatcher;
import io.sluice.postgres.read.Reads;
import io.sluice.postgres.sql.SqlErrors;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/**
 * PATCH that adds members to a group or removes them, and nothing else: one statement, shared with others that wait, also those
 * of the same group. Its cost depends on how many come and go, not on how many the group has.
 */
final class Members {

    private final OrderedBatcher<Written, MemberUpdate, Optional<MemberOutcome>> batcher;
    private final Reads reads;

    Members(WriteContext writes) {
        this.batcher = writes.orderedBatcher(
                "members", new MemberBatch(writes.sql(), writes.clock())::send, MemberUpdate::key, MemberRoom::new);
        this.reads = writes.reads();
    }

    /** Whether the change of a group is one for this class. */
    static boolean mayShare(BackendRequest.Patch patch) {
        return patch.plan().operations().isEmpty()
                && patch.precondition() instanceof Precondition.None
                && patch.plan().members().stream().allMatch(Members::mayShare);
    }

    private static boolean mayShare(MemberChange change) {
        return switch (change) {
            case MemberChange.Add add -> true;
            case MemberChange.Remove remove -> true;
            case MemberChange.RemoveMatching matching -> false;
            case MemberChange.ReplaceAll all -> false;
        };
    }

    Future<BackendReply> patch(BackendRequest.Patch patch) {
        Optional<UUID> group = Values.uuid(patch.id());
        if (group.isEmpty()) {
            return Future.failedFuture(Reads.notFound(patch.type(), patch.id()));
        }
        return batcher.submit(MemberUpdate.of(patch, group.get()))
                .recover(cause -> Future.failedFuture(
                        SqlErrors.isState(cause, SqlErrors.FOREIGN_KEY_VIOLATION) ? Groups.memberGone() : cause))
                .compose(outcome -> outcome.map(known -> reply(patch, known))
                        .orElseGet(() -> Future.failedFuture(Reads.notFound(patch.type(), patch.id()))));
    }

    /** Members after the change are not seen by the statement that makes it; who wants them costs one more. */
    private Future<BackendReply> reply(BackendRequest.Patch patch, MemberOutcome outcome) {
        if (!outcome.unknown().isEmpty()) {
            return Future.failedFuture(MemberSet.unknown(outcome.unknown()));
        }
        if (!patch.include().members()) {
            return Future.succeededFuture(new BackendReply.Stored(outcome.group(), outcome.changed()));
        }
        return reads.find(patch.context(), patch.type(), patch.id(), patch.include())
                .map(row -> new BackendReply.Stored(row.resource(), outcome.changed()));
    }
}
