package io.sluice.postgres.audit;

import io.sluice.core.control.AuditVerification;
import io.sluice.postgres.sql.Repetition;
import io.sluice.postgres.sql.Repetition.Step;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Walks a tenant's chain from its beginning, or from where older events were pruned, to its end. */
public final class AuditVerifier {

    private static final String NEXT_BLOCK =
            "SELECT * FROM audit_block WHERE tenant = $1 AND number > $2 ORDER BY number LIMIT 1";
    private static final String EVENTS = "SELECT " + AuditRow.COLUMNS
            + " FROM audit_event WHERE tenant = $1 AND seq > $2 AND seq <= $3 ORDER BY seq";
    private static final String SEALED = "SELECT seq FROM audit_sealed";
    private static final String UNSEALED = "SELECT count(*) AS n FROM audit_event WHERE tenant = $1 AND seq > $2";

    private final Sql sql;

    public AuditVerifier(Sql sql) {
        this.sql = sql;
    }

    public Future<AuditVerification> verify(String tenant) {
        return sql.send(SEALED, Tuple.tuple())
                .map(rows -> Rows.first(rows, row -> row.getLong("seq")).orElse(0L))
                .compose(sealedUpTo -> begin(tenant, sealedUpTo))
                .compose(begun -> Repetition.of(begun, this::step))
                .compose(walk -> walk.firstBad().isPresent()
                        ? confirm(walk)
                        : unsealed(walk).map(walk::report));
    }

    /** What old age removed under the feet of the walk is not bad: it walks again from where the chain begins now. */
    private Future<AuditVerification> confirm(AuditWalk walk) {
        return sql.send(AuditWalk.BEGIN, Tuple.of(walk.tenant()))
                .map(rows -> Rows.first(rows, row -> AuditWalk.from(row, walk.tenant(), walk.sealedUpTo()))
                        .flatMap(AuditWalk::beginning))
                .compose(now ->
                        now.equals(walk.beginning()) ? Future.succeededFuture(walk.report(0)) : verify(walk.tenant()));
    }

    private Future<AuditWalk> begin(String tenant, long sealedUpTo) {
        return sql.send(AuditWalk.BEGIN, Tuple.of(tenant))
                .map(rows -> Rows.first(rows, row -> AuditWalk.from(row, tenant, sealedUpTo))
                        .orElseGet(() -> AuditWalk.fromTheStart(tenant, sealedUpTo)))
                .compose(walk -> walk.beginning().isEmpty()
                        ? Future.succeededFuture(walk)
                        : events(tenant, 0, walk.lastSeq())
                                .map(left -> left.isEmpty()
                                        ? walk
                                        : walk.bad(
                                                left.getFirst().named() + " was added where events had been removed")));
    }

    private Future<Step<AuditWalk>> step(AuditWalk walk) {
        if (walk.firstBad().isPresent()) {
            return Future.succeededFuture(Step.last(walk));
        }
        return sql.send(NEXT_BLOCK, Tuple.of(walk.tenant(), walk.number()))
                .map(rows -> Rows.first(rows, AuditBlock::read))
                .compose(found -> found.map(block -> check(walk, block).map(Step::next))
                        .orElseGet(() -> end(walk).map(Step::last)));
    }

    private Future<AuditWalk> check(AuditWalk walk, AuditBlock block) {
        if (!block.previous().equals(walk.hash())) {
            return Future.succeededFuture(walk.bad("block " + block.number() + " does not follow the one before it"));
        }
        if (!block.holds()) {
            return Future.succeededFuture(walk.bad("block " + block.number() + " was changed"));
        }
        return events(walk.tenant(), walk.lastSeq(), block.seqs().getLast())
                .map(events -> firstBad(block, events).map(walk::bad).orElseGet(() -> walk.after(block)));
    }

    /** What lies behind the last block and is said to be sealed was added, or its block was taken away. */
    private Future<AuditWalk> end(AuditWalk walk) {
        return events(walk.tenant(), walk.lastSeq(), walk.sealedUpTo())
                .map(left -> left.isEmpty() ? walk : walk.bad(left.getFirst().named() + " is in no block"));
    }

    private Future<Long> unsealed(AuditWalk walk) {
        return sql.send(UNSEALED, Tuple.of(walk.tenant(), walk.sealedUpTo()))
                .map(rows -> Rows.first(rows, row -> row.getLong("n")).orElse(0L));
    }

    private Future<List<AuditRow>> events(String tenant, long after, long last) {
        return sql.send(EVENTS, Tuple.of(tenant, after, last)).map(rows -> Rows.all(rows, AuditRow::read));
    }

    private static Optional<String> firstBad(AuditBlock block, List<AuditRow> events) {
        int next = 0;
        for (int i = 0; i < block.seqs().size(); i++) {
            long expected = block.seqs().get(i);
            if (next >= events.size() || events.get(next).seq() > expected) {
                return Optional.of("entry number " + expected + " of block " + block.number() + " is missing");
            }
            AuditRow event = events.get(next);
            if (event.seq() < expected) {
                return Optional.of(event.named() + " was added after its time was sealed");
            }
            if (!block.hashOf(i).equals(Buffer.buffer(event.hash()))) {
                return Optional.of(event.named() + " was changed");
            }
            next++;
        }
        return Optional.empty();
    }
}
