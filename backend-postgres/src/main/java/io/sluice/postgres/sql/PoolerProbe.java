package io.sluice.postgres.sql;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Finds out at start whether a proxy hands server connections out by transaction and mixes up the statements that were prepared on
 * them: PgBouncer before 1.21 then answers one statement with the result of another. Two connections prepare different statements
 * and repeat them, each within a transaction of the other, so that a proxy has to serve them by other server connections than before.
 */
record PoolerProbe(Vertx vertx, PgConnectOptions options, PostgresSettings settings) {

    private static final int ROUNDS = 3;
    private static final long SECONDS = 10;

    /** Statement unknown, statement known already, a message out of order or a start parameter that the proxy does not know. */
    private static final Set<String> MIXED_UP = Set.of("26000", "42P05", "08P01");

    private static final String REFUSAL =
            "postgres: between the gateway and PostgreSQL stands a proxy that hands connections out by"
                    + " transaction and does not keep prepared statements apart (PgBouncer before 1.21): statements would get the results of"
                    + " others. Set postgres.preparedStatements to false (SLUICE_POSTGRES_PREPARED_STATEMENTS=false), or let the proxy pool by"
                    + " session, or use PgBouncer 1.21 with max_prepared_statements and"
                    + " ignore_startup_parameters=extra_float_digits,statement_timeout,idle_in_transaction_session_timeout.";

    Future<Void> run() {
        if (!settings.preparedStatements()) {
            return Future.succeededFuture();
        }
        return PgConnection.connect(vertx, options)
                .compose(first -> PgConnection.connect(vertx, options)
                        .compose(second -> rounds(first, second).eventually(second::close))
                        .eventually(first::close))
                .timeout(SECONDS, TimeUnit.SECONDS)
                .recover(cause -> Future.failedFuture(isMixedUp(cause) ? refused() : SqlErrors.of(cause)));
    }

    private static boolean isMixedUp(Throwable cause) {
        return cause instanceof PgException known && MIXED_UP.contains(known.getSqlState());
    }

    private static IllegalStateException refused() {
        return new IllegalStateException(REFUSAL);
    }

    private static Future<Void> rounds(PgConnection first, PgConnection second) {
        Future<Void> done = Future.succeededFuture();
        for (int i = 0; i < ROUNDS; i++) {
            String value = Integer.toString(i);
            done = done.compose(passed -> ask(first, "a", value))
                    .compose(passed -> ask(second, "b", value))
                    .compose(passed -> within(second, "b", value, () -> ask(first, "a", value)))
                    .compose(passed -> within(first, "a", value, () -> ask(second, "b", value)));
        }
        return done;
    }

    private static Future<Void> within(PgConnection outer, String name, String value, Supplier<Future<Void>> work) {
        return outer.begin()
                .compose(transaction ->
                        ask(outer, name, value).compose(passed -> work.get()).compose(passed -> transaction.commit()));
    }

    private static Future<Void> ask(PgConnection connection, String name, String value) {
        return connection
                .preparedQuery("SELECT '" + name + "' || $1::text AS answer")
                .execute(Tuple.of(value))
                .compose(rows -> rows.iterator().next().getString("answer").equals(name + value)
                        ? Future.succeededFuture()
                        : Future.failedFuture(refused()));
    }
}
