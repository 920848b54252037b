package io.sluice.load.raw;

import io.sluice.gateway.demo.data.People;
import io.sluice.gateway.demo.data.Shape;
import io.sluice.load.drive.Operation;
import io.sluice.postgres.sql.KeptPlan;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The baseline: the cheapest statements that store and find the same user with its audit row, sent by the same client to the
 * same server. What a gateway adds shows as the ratio of its figures to these.
 */
public final class RawPostgres {

    private static final int CONNECTIONS = 16;
    private static final int ROWS = 10_000;

    private static final String[] SCHEMA = {
        "DROP SCHEMA IF EXISTS sluice_baseline CASCADE",
        "CREATE SCHEMA sluice_baseline",
        """
        CREATE TABLE sluice_baseline.person (tenant int, id uuid, user_name text NOT NULL, external_id text,
          doc bytea NOT NULL, PRIMARY KEY (tenant, id), UNIQUE (tenant, user_name))""",
        "CREATE INDEX ON sluice_baseline.person (tenant, external_id)",
        """
        CREATE TABLE sluice_baseline.audit (id uuid PRIMARY KEY, tenant int, at timestamptz NOT NULL DEFAULT now(),
          target uuid, action text)""",
    };
    private static final String INSERT = """
        WITH stored AS (INSERT INTO sluice_baseline.person VALUES (1, $1, $2, $3, $4) RETURNING id)
        INSERT INTO sluice_baseline.audit SELECT gen_random_uuid(), 1, now(), id, 'User Created' FROM stored""";

    private static final String INSERT_MANY = KeptPlan.of("""
        WITH stored AS (INSERT INTO sluice_baseline.person SELECT 1, * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[])
          ON CONFLICT DO NOTHING RETURNING id)
        INSERT INTO sluice_baseline.audit SELECT gen_random_uuid(), 1, now(), id, 'User Created' FROM stored""");
    private static final Buffer DOCUMENT =
            Buffer.buffer(Shape.named("create-user").with(new People().person(1).values(0)));

    private final Pool pool;
    private final Optional<SameRows> sameRows;
    private final NewKeys keys = new NewKeys("raw");

    private RawPostgres(Pool pool, Optional<SameRows> sameRows) {
        this.pool = pool;
        this.sameRows = sameRows;
    }

    /** Makes a schema {@code sluice_baseline} of its own and fills it; a former one is dropped. */
    public static Future<RawPostgres> prepare(Vertx vertx, String uri, int filled) {
        Pool pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(uri).setCachePreparedStatements(true))
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .using(vertx)
                .build();
        Future<Void> made = Future.succeededFuture();
        for (String statement : SCHEMA) {
            made = made.compose(done -> pool.query(statement).execute().mapEmpty());
        }
        return made.compose(done -> fill(pool, Math.min(filled, ROWS)))
                .compose(done -> SameRows.prepare(pool))
                .map(sameRows -> new RawPostgres(pool, sameRows));
    }

    private static Future<Void> fill(Pool pool, int rows) {
        return pool.preparedQuery("""
                        INSERT INTO sluice_baseline.person
                        SELECT 1, md5(n::text)::uuid, 'user.' || n, 'ext-' || n, $2 FROM generate_series(1, $1) n""")
                .execute(Tuple.of(rows, DOCUMENT))
                .compose(done ->
                        pool.query("ANALYZE sluice_baseline.person").execute().mapEmpty());
    }

    /** Named after the operations of the gateway that they stand beside. */
    public Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put(
                "raw get",
                sequence -> pool.preparedQuery(
                                "SELECT doc FROM sluice_baseline.person WHERE tenant = 1 AND user_name = $1")
                        .execute(Tuple.of(
                                "user." + (1 + ThreadLocalRandom.current().nextInt(1_000))))
                        .mapEmpty());
        operations.put(
                "raw create, one each",
                sequence -> pool.preparedQuery(INSERT)
                        .execute(Tuple.of(keys.id(), keys.name(), "ext", DOCUMENT))
                        .mapEmpty());
        Inserts inserts = new Inserts(pool, INSERT_MANY, this::rows);
        operations.put("raw create, coalesced", sequence -> inserts.insert());
        sameRows.ifPresent(rows -> operations.put("raw create, same rows", rows.operation()));
        return operations;
    }

    private Tuple rows(int count) {
        UUID[] ids = new UUID[count];
        String[] names = new String[count];
        Buffer[] documents = new Buffer[count];
        for (int i = 0; i < count; i++) {
            ids[i] = keys.id();
            names[i] = keys.name();
            documents[i] = DOCUMENT;
        }
        return Tuple.of(ids, names, names, documents);
    }
}
