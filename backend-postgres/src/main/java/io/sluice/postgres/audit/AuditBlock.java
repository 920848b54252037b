package io.sluice.postgres.audit;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A link of a tenant's chain: some events, their hashes, the hash of the block before, and the hash over all of that.
 *
 * @param hashes 32 bytes for each event
 */
record AuditBlock(
        String tenant, long number, List<Long> seqs, Buffer hashes, Buffer previous, Buffer hash, Instant newest) {

    static final Buffer BEGINNING = Buffer.buffer(new byte[Digests.LENGTH]);

    static final String INSERT = """
            INSERT INTO audit_block (tenant, number, seqs, hashes, previous, hash, newest)
            VALUES ($1, $2, $3, $4, $5, $6, $7)""";

    AuditBlock {
        seqs = List.copyOf(seqs);
    }

    /**
     * @param head what it follows
     * @param events at least one, by seq
     */
    static AuditBlock seal(AuditHead head, List<AuditRow> events) {
        List<Long> seqs = events.stream().map(AuditRow::seq).toList();
        Buffer hashes = Buffer.buffer(events.size() * Digests.LENGTH);
        events.forEach(event -> hashes.appendBytes(event.hash()));
        Instant newest =
                events.stream().map(AuditRow::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        long number = head.number() + 1;
        Buffer hash = digest(head.tenant(), number, seqs, hashes, head.hash());
        return new AuditBlock(head.tenant(), number, seqs, hashes, head.hash(), hash, newest);
    }

    static AuditBlock read(Row row) {
        return new AuditBlock(
                row.getString("tenant"),
                row.getLong("number"),
                List.of(row.getArrayOfLongs("seqs")),
                row.getBuffer("hashes"),
                row.getBuffer("previous"),
                row.getBuffer("hash"),
                row.getOffsetDateTime("newest").toInstant());
    }

    Tuple parameters() {
        return Tuple.of(tenant, number)
                .addArrayOfLong(seqs.toArray(Long[]::new))
                .addBuffer(hashes)
                .addBuffer(previous)
                .addBuffer(hash)
                .addOffsetDateTime(newest.atOffset(ZoneOffset.UTC));
    }

    /** Whether the block itself is as it was sealed. */
    boolean holds() {
        return hashes.length() == seqs.size() * Digests.LENGTH
                && digest(tenant, number, seqs, hashes, previous).equals(hash);
    }

    Buffer hashOf(int index) {
        return hashes.getBuffer(index * Digests.LENGTH, (index + 1) * Digests.LENGTH);
    }

    private static Buffer digest(String tenant, long number, List<Long> seqs, Buffer hashes, Buffer previous) {
        MessageDigest digest = Digests.sha256();
        Digests.add(digest, tenant);
        Digests.add(digest, number);
        Digests.add(digest, seqs.size());
        seqs.forEach(seq -> Digests.add(digest, seq));
        digest.update(hashes.getBytes());
        digest.update(previous.getBytes());
        return Buffer.buffer(digest.digest());
    }
}
