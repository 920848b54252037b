package io.sluice.postgres.control;

import io.sluice.postgres.sql.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from PostgreSQL that the control plane was changed, on a connection of its own. When that is cut, notifications are lost
 * without anybody noticing; therefore nothing relies on them, and whoever listens is told, with the next connection, that
 * something may have been missed.
 */
final class ChangeNotices {

    static final String CHANNEL = "sluice_changes";
    static final String CONNECTION_NAME = "sluice-notices";

    private static final Logger LOG = LoggerFactory.getLogger(ChangeNotices.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration PROBE = Duration.ofSeconds(30);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Database database;
    private final boolean possible;
    private final List<Consumer<Optional<String>>> listeners = new CopyOnWriteArrayList<>();

    /** Counts the primaries: what belongs to an earlier one is over. */
    private final AtomicInteger era = new AtomicInteger();

    private volatile Optional<PgConnection> connection = Optional.empty();
    private volatile boolean stopped;
    private long timer = -1;

    /**
     * @param possible false behind a proxy that hands out connections by transaction: it cannot listen
     */
    ChangeNotices(Vertx vertx, Database database, boolean possible) {
        this.vertx = vertx;
        this.database = database;
        this.possible = possible;
    }

    void onChange(Consumer<Optional<String>> listener) {
        listeners.add(listener);
    }

    /** Completes whether or not it can listen yet: it goes on trying. */
    Future<Void> start() {
        if (!possible) {
            return Future.succeededFuture();
        }
        timer = vertx.setPeriodic(PROBE.toMillis(), ignored -> probe());
        database.onMove(this::follow);
        return connect(era.get(), FIRST_PAUSE);
    }

    private Future<Void> connect(int wanted, Duration pause) {
        return database.connect(CONNECTION_NAME).transform(outcome -> {
            if (outcome.succeeded()) {
                return listen(wanted, outcome.result());
            }
            LOG.debug(
                    "Changes are not heard of at the moment: {}",
                    outcome.cause().toString());
            again(wanted, pause);
            return Future.succeededFuture();
        });
    }

    private Future<Void> listen(int wanted, PgConnection fresh) {
        if (isOver(wanted)) {
            return fresh.close();
        }
        fresh.notificationHandler(notification -> tell(Optional.of(notification.getPayload())));
        fresh.closeHandler(closed -> again(wanted, FIRST_PAUSE));
        connection = Optional.of(fresh);
        return fresh.query("LISTEN " + CHANNEL).execute().transform(outcome -> {
            if (outcome.failed() || isOver(wanted)) {
                return fresh.close();
            }
            tell(Optional.empty());
            return Future.succeededFuture();
        });
    }

    /**
     * The old primary may go on living, or hang, with the connection open: it would never say anything again, and nobody waits for
     * its farewell.
     */
    private void follow() {
        int now = era.incrementAndGet();
        connection.ifPresent(PgConnection::close);
        connection = Optional.empty();
        connect(now, FIRST_PAUSE);
    }

    private boolean isOver(int wanted) {
        return stopped || wanted != era.get();
    }

    /** A connection whose other end has vanished looks as if nothing happened. */
    private void probe() {
        connection.ifPresent(open -> open.query("SELECT 1")
                .execute()
                .timeout(PROBE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(cause -> open.close()));
    }

    private void again(int wanted, Duration pause) {
        if (!isOver(wanted)) {
            Duration doubled = pause.multipliedBy(2);
            Duration next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            vertx.setTimer(pause.toMillis(), over -> {
                if (!isOver(wanted)) {
                    connect(wanted, next);
                }
            });
        }
    }

    private void tell(Optional<String> tenant) {
        listeners.forEach(listener -> listener.accept(tenant));
    }

    Future<Void> stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        return connection.map(PgConnection::close).orElseGet(Future::succeededFuture);
    }
}
