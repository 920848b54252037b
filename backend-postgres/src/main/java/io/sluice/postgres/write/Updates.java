package io.sluice.postgres.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.Changes;
import io.sluice.core.resource.StoredResource;
import io.sluice.postgres.batch.Batcher;
import io.sluice.postgres.document.StoredForm;
import io.sluice.postgres.read.Reads;
import io.sluice.postgres.read.ResourceRow;
import io.sluice.postgres.sql.SqlErrors;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * PUT and PATCH of resources without members: a read, and a write that holds only if nobody else wrote in between. Who lost that
 * race begins again with what the winner wrote.
 */
final class Updates {

    /** Each lost race is another's success; losing so often in a row means that something else is wrong. */
    private static final int ATTEMPTS = 64;

    private final Batcher<Update, Optional<Instant>> batcher;
    private final Reads reads;

    Updates(WriteContext writes) {
        this.batcher = writes.batcher("update", new UpdateBatch(writes.sql(), writes.clock())::send);
        this.reads = writes.reads();
    }

    Future<BackendReply> apply(Attributes wanted) {
        return attempt(wanted, ATTEMPTS);
    }

    private Future<BackendReply> attempt(Attributes wanted, int attempts) {
        if (attempts == 0) {
            return Future.failedFuture(SqlErrors.unavailable("Too many changes to the resource at once; try again."));
        }
        return reads.find(wanted.context(), wanted.type(), wanted.id(), wanted.include())
                .compose(row -> write(wanted, row, attempts));
    }

    private Future<BackendReply> write(Attributes wanted, ResourceRow row, int attempts) {
        StoredResource current = row.resource();
        if (row.operation().equals(wanted.context().operationId())) {
            return stored(current, true);
        }
        Preconditions.check(wanted.precondition(), current.version());
        ObjectNode before = StrictJson.parseObject(current.attributes());
        ObjectNode after = wanted.change().apply(before);
        if (after.equals(before)) {
            return stored(current, false);
        }
        Update update = update(wanted, row, before, after);
        return batcher.submit(update)
                .recover(cause -> Future.failedFuture(
                        SqlErrors.isState(cause, SqlErrors.UNIQUE_VIOLATION)
                                ? Creates.nameTaken(wanted.type(), after)
                                : cause))
                .compose(at -> at.map(time -> stored(changed(current, update, time), true))
                        .orElseGet(() -> attempt(wanted, attempts - 1)));
    }

    private static Update update(Attributes wanted, ResourceRow row, ObjectNode before, ObjectNode after) {
        WriteEvent event = WriteEvent.of(
                wanted.context(),
                wanted.type().name(),
                WriteEvent.UPDATED,
                wanted.id(),
                Changes.between(before, after, wanted.type()));
        return new Update(
                wanted.context(),
                wanted.type(),
                UUID.fromString(row.resource().id()),
                row.version(),
                StoredForm.of(after, wanted.type(), wanted.context().tenant().number()),
                event);
    }

    private static StoredResource changed(StoredResource before, Update update, Instant at) {
        return new StoredResource(
                before.type(),
                before.id(),
                Long.toString(update.expectedVersion() + 1),
                before.created(),
                at,
                update.form().document(),
                before.membership());
    }

    private static Future<BackendReply> stored(StoredResource resource, boolean changed) {
        return Future.succeededFuture(new BackendReply.Stored(resource, changed));
    }
}
