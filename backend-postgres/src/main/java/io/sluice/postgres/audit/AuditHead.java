package io.sluice.postgres.audit;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;

/** What the next block of a tenant's chain follows: its last block, also when that one was removed because of its age. */
record AuditHead(String tenant, long number, Buffer hash) {

    /** For an array of tenants; who has no block yet is left out. */
    static final String SELECT = """
            SELECT t.tenant, h.number, h.hash FROM unnest($1::text[]) AS t (tenant) CROSS JOIN LATERAL (
                (SELECT b.number, b.hash FROM audit_block b WHERE b.tenant = t.tenant ORDER BY b.number DESC LIMIT 1)
                UNION ALL
                (SELECT g.number, g.hash FROM audit_beginning g WHERE g.tenant = t.tenant)
                ORDER BY number DESC LIMIT 1
            ) AS h""";

    static AuditHead read(Row row) {
        return new AuditHead(row.getString("tenant"), row.getLong("number"), row.getBuffer("hash"));
    }

    /** Of a tenant without any block. */
    static AuditHead beginning(String tenant) {
        return new AuditHead(tenant, 0, AuditBlock.BEGINNING);
    }
}
