package io.sluice.postgres.write;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.postgres.batch.Batcher;
import io.sluice.postgres.read.Reads;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** DELETE: one statement, shared with others that wait. */
final class Deletes {

    private static final int PURGE_STEP = 5_000;

    /** Only asked when nothing was deleted: is it there with another version, or was it this operation that deleted it? */
    private static final String WHY = """
            SELECT
                (SELECT r.version FROM resource r WHERE r.tenant = $1 AND r.type = $2 AND r.id = $3) AS version,
                EXISTS (SELECT FROM audit_event e WHERE e.tenant = $4 AND e.target = $5 AND e.id = $6) AS done""";

    private static final String PURGE = """
            DELETE FROM resource r WHERE r.tenant = $1 AND (r.type, r.id) IN (
                SELECT p.type, p.id FROM resource p WHERE p.tenant = $1 LIMIT $2)""";

    private static final String FORGET = "DELETE FROM resource_total t WHERE t.tenant = $1";

    private final Batcher<Deletion, Boolean> batcher;
    private final Sql sql;

    Deletes(WriteContext writes) {
        this.batcher = writes.batcher("delete", new DeleteBatch(writes.sql(), writes.clock())::send);
        this.sql = writes.sql();
    }

    Future<BackendReply> delete(BackendRequest.Delete delete) {
        Optional<UUID> id = Values.uuid(delete.id());
        if (id.isEmpty()) {
            return Future.failedFuture(Reads.notFound(delete.type(), delete.id()));
        }
        Deletion deletion = Deletion.of(delete, id.get());
        return batcher.submit(deletion).compose(gone -> gone ? deleted() : why(delete, deletion));
    }

    private Future<BackendReply> why(BackendRequest.Delete delete, Deletion deletion) {
        Tuple parameters = Tuple.of(deletion.tenant(), deletion.type(), deletion.id())
                .addString(deletion.event().tenant())
                .addString(deletion.event().target())
                .addUUID(deletion.event().id());
        return sql.send(WHY, parameters).compose(rows -> {
            Row row = rows.iterator().next();
            Optional<Long> version = Optional.ofNullable(row.getLong("version"));
            if (version.isPresent()) {
                return Future.failedFuture(Preconditions.failed(Long.toString(version.get())));
            }
            return row.getBoolean("done") ? deleted() : Future.failedFuture(Reads.notFound(delete.type(), delete.id()));
        });
    }

    /** In steps, so that no statement takes long however many there are. */
    Future<BackendReply> purge(BackendRequest.Purge purge) {
        return sql.send(PURGE, Tuple.of(purge.context().tenant().number(), PURGE_STEP))
                .compose(rows -> rows.rowCount() == 0 ? forget(purge) : purge(purge));
    }

    private Future<BackendReply> forget(BackendRequest.Purge purge) {
        return sql.send(FORGET, Tuple.of(purge.context().tenant().number())).compose(forgotten -> deleted());
    }

    private static Future<BackendReply> deleted() {
        return Future.succeededFuture(new BackendReply.Deleted());
    }
}
