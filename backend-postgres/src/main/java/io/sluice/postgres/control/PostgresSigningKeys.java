package io.sluice.postgres.control;

import io.sluice.core.control.SigningKey;
import io.sluice.core.control.SigningKeyStore;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.Values;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/** Signing keys in PostgreSQL. */
final class PostgresSigningKeys implements SigningKeyStore {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('sluice signing keys'))";
    private static final String LIVE = "SELECT * FROM signing_key WHERE verifies_until > $1 ORDER BY created DESC, id";
    private static final String EXPIRE = "DELETE FROM signing_key WHERE verifies_until <= $1";
    private static final String INSERT = """
            INSERT INTO signing_key (id, algorithm, private_jwk, created, signs_until, verifies_until)
            SELECT $1, $2, $3, $4, $5, $6
            WHERE NOT EXISTS (SELECT FROM signing_key WHERE signs_until > $7)""";

    private final Sql sql;

    PostgresSigningKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Future<List<SigningKey>> live(Instant now) {
        return live(sql, now);
    }

    @Override
    public Future<List<SigningKey>> rotate(SigningKey candidate, Instant unlessSignsBeyond, Instant now) {
        Tuple parameters = Tuple.of(candidate.id(), candidate.algorithm(), candidate.privateJwk())
                .addOffsetDateTime(Values.time(candidate.createdAt()))
                .addOffsetDateTime(Values.time(candidate.signsUntil()))
                .addOffsetDateTime(Values.time(candidate.verifiesUntil()))
                .addOffsetDateTime(Values.time(unlessSignsBeyond));
        return sql.inTransaction(transaction -> transaction
                .send(LOCK, Tuple.tuple())
                .compose(locked -> transaction.send(EXPIRE, Tuple.of(Values.time(now))))
                .compose(expired -> transaction.send(INSERT, parameters))
                .compose(inserted -> live(transaction, now)));
    }

    private static Future<List<SigningKey>> live(Sql sql, Instant now) {
        return sql.send(LIVE, Tuple.of(Values.time(now))).map(rows -> Rows.all(rows, PostgresSigningKeys::read));
    }

    private static SigningKey read(Row row) {
        return new SigningKey(
                row.getString("id"),
                row.getString("algorithm"),
                row.getString("private_jwk"),
                row.getOffsetDateTime("created").toInstant(),
                row.getOffsetDateTime("signs_until").toInstant(),
                row.getOffsetDateTime("verifies_until").toInstant());
    }
}
