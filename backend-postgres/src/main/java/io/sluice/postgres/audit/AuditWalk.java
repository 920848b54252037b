package io.sluice.postgres.audit;

import io.sluice.core.control.AuditVerification;
import io.sluice.core.control.AuditVerification.Beginning;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How far a verification has come.
 *
 * @param sealedUpTo no event up to this number may be in no block
 * @param beginning what was removed before the walk's first block
 * @param number of the last block
 * @param lastSeq the last event in it
 * @param hash of it
 * @param verified how many events were as sealed
 * @param firstBad what is not as it was sealed; the walk ends there
 */
record AuditWalk(
        String tenant,
        long sealedUpTo,
        Optional<Beginning> beginning,
        long number,
        long lastSeq,
        Buffer hash,
        long verified,
        Optional<String> firstBad) {

    static final String BEGIN = "SELECT number, seq, hash, newest FROM audit_beginning WHERE tenant = $1";

    static AuditWalk fromTheStart(String tenant, long sealedUpTo) {
        return new AuditWalk(tenant, sealedUpTo, Optional.empty(), 0, 0, AuditBlock.BEGINNING, 0, Optional.empty());
    }

    /** From behind what was removed last. */
    static AuditWalk from(Row row, String tenant, long sealedUpTo) {
        long removed = row.getLong("number");
        Beginning beginning =
                new Beginning(removed + 1, row.getOffsetDateTime("newest").toInstant());
        return new AuditWalk(
                tenant,
                sealedUpTo,
                Optional.of(beginning),
                removed,
                row.getLong("seq"),
                row.getBuffer("hash"),
                0,
                Optional.empty());
    }

    AuditWalk after(AuditBlock block) {
        return new AuditWalk(
                tenant,
                sealedUpTo,
                beginning,
                block.number(),
                block.seqs().getLast(),
                block.hash(),
                verified + block.seqs().size(),
                firstBad);
    }

    AuditWalk bad(String reason) {
        return new AuditWalk(tenant, sealedUpTo, beginning, number, lastSeq, hash, verified, Optional.of(reason));
    }

    AuditVerification report(long unsealed) {
        Optional<String> head =
                number == 0 ? Optional.empty() : Optional.of(HexFormat.of().formatHex(hash.getBytes()));
        return new AuditVerification(tenant, verified, unsealed, beginning, head, firstBad);
    }
}
