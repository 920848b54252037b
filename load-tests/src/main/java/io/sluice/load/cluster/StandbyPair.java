package io.sluice.load.cluster;

import io.sluice.postgres.embedded.ColdStandby;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A primary and a standby that follows it synchronously: what was acknowledged is on both. The standby is made from a copy of
 * the stopped primary; once it is promoted it acknowledges alone.
 */
final class StandbyPair implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 60_000;

    private final Vertx vertx = Vertx.vertx();
    private final Path lost;
    private final Path place;
    private final Database primary;
    private final Database standby;

    StandbyPair(Path directory) {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        new Database(first).close();
        ColdStandby copy = ColdStandby.copy(first, second);
        this.place = first.resolve("cluster");
        this.lost = first.resolve("cluster.lost");
        this.primary = new Database(first);
        copy.follow(primary.uri());
        this.standby = new Database(second);
        ask(primary, "ALTER SYSTEM SET synchronous_standby_names = '*'");
        ask(primary, "SELECT pg_reload_conf()");
        await("SELECT count(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'");
    }

    /** Both hosts, as a gateway is told them. */
    String uri() {
        return ColdStandby.uriOf(primary.uri(), standby.uri());
    }

    /** kill -9 of the primary; whoever would start it again finds no data to start it on. */
    void losePrimary() {
        ProcessHandle server = primary.postmaster();
        move(place, lost);
        Signals.send("KILL", server.pid());
    }

    void promoteStandby() {
        ask(standby, "SELECT pg_promote(true, 30)");
    }

    /** It is started again where it was, and does not know that another one was promoted. */
    void bringBackPrimary() {
        move(lost, place);
        await("SELECT NOT pg_is_in_recovery()");
    }

    /** How many connections of the gateway the old primary has that are there for more than asking whether it is one. */
    long usesOfOldPrimary() {
        return ask(
                primary,
                "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'sluice-%'"
                        + " AND application_name <> 'sluice-primary-check'",
                row -> row.getLong(0));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(String condition) {
        if (Pause.until(() -> holds(condition), PATIENCE_MILLIS) < 0) {
            throw new IllegalStateException("Not so in time: " + condition);
        }
    }

    private boolean holds(String condition) {
        try {
            return ask(primary, condition, row -> row.getBoolean(0));
        } catch (RuntimeException notThere) {
            return false;
        }
    }

    private void ask(Database server, String sql) {
        ask(server, sql, row -> row);
    }

    private <T> T ask(Database server, String sql, Function<io.vertx.sqlclient.Row, T> reader) {
        Future<T> answer = PgConnection.connect(vertx, PgConnectOptions.fromUri(server.uri()))
                .compose(connection -> connection
                        .query(sql)
                        .execute()
                        .map(rows -> rows.size() == 0
                                ? null
                                : reader.apply(rows.iterator().next()))
                        .eventually(connection::close));
        return answer.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        standby.close();
        primary.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
