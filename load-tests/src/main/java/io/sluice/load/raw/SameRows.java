package io.sluice.load.raw;

import io.sluice.load.drive.Operation;
import io.sluice.postgres.sql.KeptPlan;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows that the gateway stores for a user, in tables with its columns and indexes, without a gateway: what of a creation is
 * PostgreSQL's share. A user of the tenant and the event of its creation are the pattern; each row has keys of its own.
 *
 * @param displayKey of all rows, as is the rest of the pattern
 */
record SameRows(Pool pool, String displayKey, Buffer document, String search, String changes) {

    private static final String TABLES = "SELECT to_regclass('resource') IS NOT NULL AS there";
    private static final String[] SCHEMA = {
        "CREATE TABLE sluice_baseline.resource (LIKE resource INCLUDING ALL)",
        "CREATE TABLE sluice_baseline.audit_event (LIKE audit_event INCLUDING ALL)",
    };
    private static final String PATTERN = """
        SELECT display_key, doc, search::text AS search,
          coalesce((SELECT changes FROM audit_event WHERE action = 'User Created' LIMIT 1), '[]') AS changes
        FROM resource
        WHERE type = 'User' AND emails IS NOT NULL AND display_key IS NOT NULL ORDER BY tenant, id LIMIT 1""";
    private static final String INSERT = KeptPlan.of("""
        WITH input AS (
          SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::text[], $7::text[])
          AS i (id, name, display, emails, doc, search, changes)
        ), made AS (
          INSERT INTO sluice_baseline.resource (tenant, type, id, name_key, external_id, display_key, emails, created, modified,
            version, operation, doc, search)
          SELECT 1, 'User', i.id, i.name, i.name, i.display, i.emails::text[], now(), now(), 1, i.id, i.doc, i.search::jsonb
          FROM input i ON CONFLICT DO NOTHING RETURNING id
        )
        INSERT INTO sluice_baseline.audit_event (tenant, at, id, action, idp, actor, target, outcome, request_id, client_address,
          changes)
        SELECT 'baseline', now(), i.id, 'User Created', 'generic', 'baseline', 'User/' || i.id, 'success', i.id::text,
          '127.0.0.1', i.changes
        FROM input i JOIN made m ON m.id = i.id""");

    /** Empty when the database has no user of a gateway in it. */
    static Future<Optional<SameRows>> prepare(Pool pool) {
        return pool.query(TABLES)
                .execute()
                .compose(rows -> rows.iterator().next().getBoolean("there")
                        ? copy(pool)
                        : Future.succeededFuture(Optional.empty()));
    }

    private static Future<Optional<SameRows>> copy(Pool pool) {
        Future<RowSet<Row>> made = Future.succeededFuture();
        for (String statement : SCHEMA) {
            made = made.compose(done -> pool.query(statement).execute());
        }
        return made.compose(done -> pool.query(PATTERN).execute())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new SameRows(
                                pool,
                                row.getString("display_key"),
                                row.getBuffer("doc"),
                                row.getString("search"),
                                row.getString("changes"))));
    }

    Operation operation() {
        NewKeys keys = new NewKeys("same");
        Inserts inserts = new Inserts(pool, INSERT, count -> rows(keys, count));
        return sequence -> inserts.insert();
    }

    private Tuple rows(NewKeys keys, int count) {
        UUID[] ids = new UUID[count];
        String[] names = new String[count];
        String[] emails = new String[count];
        Buffer[] documents = new Buffer[count];
        for (int i = 0; i < count; i++) {
            ids[i] = keys.id();
            names[i] = keys.name();
            emails[i] = "{1:" + names[i] + "}";
            documents[i] = document;
        }
        return Tuple.tuple()
                .addArrayOfUUID(ids)
                .addArrayOfString(names)
                .addArrayOfString(same(displayKey, count))
                .addArrayOfString(emails)
                .addArrayOfBuffer(documents)
                .addArrayOfString(same(search, count))
                .addArrayOfString(same(changes, count));
    }

    private static String[] same(String text, int count) {
        String[] texts = new String[count];
        Arrays.fill(texts, text);
        return texts;
    }
}
