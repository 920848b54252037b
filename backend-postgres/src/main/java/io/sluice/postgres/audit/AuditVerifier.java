package io.sluice.postgres.audit;

import io.sluice.core.control.AuditVerification;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.HexFormat;
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
                .compose(sealedUpTo -> walk(new Walk(tenant, sealedUpTo, 0, 0, Optional.empty(), 0)));
    }

    /** How far the walk has come: the last block, the highest event in it, its hash, and how many events were as sealed. */
    private record Walk(
            String tenant, long sealedUpTo, long number, long lastSeq, Optional<Buffer> head, long verified) {

        Walk after(AuditBlock block) {
            return new Walk(
                    tenant,
                    sealedUpTo,
                    block.number(),
                    block.seqs().getLast(),
                    Optional.of(block.hash()),
                    verified + block.seqs().size());
        }
    }

    private Future<AuditVerification> walk(Walk walk) {
        return sql.send(NEXT_BLOCK, Tuple.of(walk.tenant(), walk.number()))
                .map(rows -> Rows.first(rows, AuditBlock::read))
                .compose(found -> found.map(block -> check(walk, block)).orElseGet(() -> end(walk)));
    }

    private Future<AuditVerification> check(Walk walk, AuditBlock block) {
        if (walk.head().isPresent() && !block.previous().equals(walk.head().get())) {
            return bad(walk, "block " + block.number() + " does not follow the one before it");
        }
        if (!block.holds()) {
            return bad(walk, "block " + block.number() + " was changed");
        }
        // Where older blocks were pruned the walk begins with the first event of this one.
        long from = walk.head().isPresent() ? walk.lastSeq() : block.seqs().getFirst() - 1;
        return events(walk.tenant(), from, block.seqs().getLast())
                .compose(events -> firstBad(block, events)
                        .map(reason -> bad(walk, reason))
                        .orElseGet(() -> walk(walk.after(block))));
    }

    /** What lies behind the last block and is said to be sealed was added, or its block was taken away. */
    private Future<AuditVerification> end(Walk walk) {
        return events(walk.tenant(), walk.lastSeq(), walk.sealedUpTo())
                .compose(left -> left.isEmpty()
                        ? unsealed(walk)
                        : bad(walk, left.getFirst().named() + " is in no block"));
    }

    private Future<AuditVerification> unsealed(Walk walk) {
        return sql.send(UNSEALED, Tuple.of(walk.tenant(), walk.sealedUpTo()))
                .map(rows -> Rows.first(rows, row -> row.getLong("n")).orElse(0L))
                .map(count -> report(walk, count, Optional.empty()));
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

    private static Future<AuditVerification> bad(Walk walk, String reason) {
        return Future.succeededFuture(report(walk, 0, Optional.of(reason)));
    }

    private static AuditVerification report(Walk walk, long unsealed, Optional<String> firstBad) {
        Optional<String> head = walk.head().map(hash -> HexFormat.of().formatHex(hash.getBytes()));
        return new AuditVerification(walk.tenant(), walk.verified(), unsealed, head, firstBad);
    }
}
