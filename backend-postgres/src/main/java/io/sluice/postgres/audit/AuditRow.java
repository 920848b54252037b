package io.sluice.postgres.audit;

import io.vertx.sqlclient.Row;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An event as it stands in the table, for sealing and verifying. */
record AuditRow(long seq, UUID id, Instant at, String tenant, List<String> texts) {

    static final String COLUMNS =
            "seq, id, at, tenant, action, idp, actor, target, outcome, request_id, client_address, changes";

    AuditRow {
        texts = List.copyOf(texts);
    }

    static AuditRow read(Row row) {
        return new AuditRow(
                row.getLong("seq"),
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("tenant"),
                List.of(
                        row.getString("action"),
                        row.getString("idp"),
                        row.getString("actor"),
                        row.getString("target"),
                        row.getString("outcome"),
                        row.getString("request_id"),
                        row.getString("client_address"),
                        row.getString("changes")));
    }

    /** SHA-256 over all columns, each with its length before it, so that no two rows look alike. */
    byte[] hash() {
        MessageDigest digest = Digests.sha256();
        Digests.add(digest, seq);
        Digests.add(digest, id.toString());
        Digests.add(digest, at.toString());
        Digests.add(digest, tenant);
        texts.forEach(text -> Digests.add(digest, text));
        return digest.digest();
    }

    /** As a report names it. */
    String named() {
        return "event " + id + " of " + at;
    }
}
