package io.sluice.postgres.sql;

import io.sluice.core.meter.Meters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection pools of one user of the database, to the primary among the configured hosts.
 *
 * <p>With several hosts the primary is looked for at start, every {@link ConnectionSettings#primaryCheck}, and whenever a statement
 * fails because of the connection. All hosts are asked each time: one that was cut off for a while still believes to be the primary
 * when another was promoted. All pools move to a new one together. With one host
 * only a refusal to write (25006) has the pools made anew: the name of the host leads elsewhere then, or will.
 */
public final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Vertx vertx;
    private final PostgresSettings settings;
    private final ServerUri uri;
    private final PrimarySearch search;
    private final List<PrimaryPool> pools = new CopyOnWriteArrayList<>();
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final Meters.Count moves;
    private final AtomicBoolean searching = new AtomicBoolean();
    private volatile Endpoint primary;
    private volatile long watch = -1;

    public Database(Vertx vertx, PostgresSettings settings) {
        this(vertx, settings, "", Meters.NONE);
    }

    /**
     * @param owner whose connections these are, for the meters
     */
    public Database(Vertx vertx, PostgresSettings settings, String owner, Meters meters) {
        this.vertx = vertx;
        this.settings = settings;
        Map<String, String> labels = Map.of("owner", owner);
        this.moves = meters.count("postgres.primary.moves", "Times that the pools moved to another primary", labels);
        meters.gauge(
                "postgres.replica.fresh",
                "1 while a standby answers what administrators look at, 0 while the primary does",
                labels,
                () -> replicas.stream().anyMatch(Replica::isFresh) ? 1 : 0);
        this.uri = ServerUri.parse(settings.uri());
        this.search = new PrimarySearch(vertx, uri, settings);
        this.primary = uri.hosts().getFirst();
    }

    /** A further pool; reads and writes have pools of their own, so that neither starves the other. Connects when it is used. */
    public Sql open(String name, int size) {
        PrimaryPool pool = new PrimaryPool(
                primary, endpoint -> Pools.open(vertx, settings, uri, endpoint, name, size), this::doubt);
        pools.add(pool);
        return pool;
    }

    /** A connection outside the pools, to the primary as it is known now; given up after the time-out for connecting. */
    public Future<PgConnection> connect(String name) {
        Future<PgConnection> connected = PgConnection.connect(vertx, Connections.to(uri, primary, settings, name));
        return connected
                .timeout(settings.connection().connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                // One that connects after nobody waits any more is closed.
                .onFailure(late -> connected.onSuccess(PgConnection::close));
    }

    /** Reads that may be as old as the settings say: on the standby if there is one, else as the given ones. */
    public Sql mayBeStale(Sql reads) {
        return settings.connection()
                .replicaUri()
                .<Sql>map(standby -> {
                    Replica replica = new Replica(vertx, settings, standby, reads, System::nanoTime);
                    replicas.add(replica);
                    return replica;
                })
                .orElse(reads);
    }

    /**
     * Finds the primary and asks it whether a proxy stands in between. Fails with UNAVAILABLE while no host takes writes, and with
     * IllegalStateException when the proxy cannot be used as it is configured.
     */
    public Future<Void> start() {
        return (isAlone() ? Future.succeededFuture() : first())
                .compose(found ->
                        new PoolerProbe(vertx, Connections.to(uri, primary, settings, "sluice-probe"), settings).run())
                .onSuccess(passed -> watch());
    }

    private boolean isAlone() {
        return uri.hosts().size() == 1;
    }

    private Future<Void> first() {
        return search.find().compose(found -> {
            if (found.isEmpty()) {
                return Future.failedFuture(
                        SqlErrors.unavailable("None of the hosts " + uri.hosts() + " is a primary that answers."));
            }
            found.filter(endpoint -> !endpoint.equals(primary)).ifPresent(this::moveTo);
            return Future.succeededFuture();
        });
    }

    private void watch() {
        if (!isAlone() && watch < 0) {
            watch = vertx.setPeriodic(settings.connection().primaryCheck().toMillis(), timer -> lookAgain());
        }
    }

    private void doubt(PrimaryPool pool, Throwable cause) {
        if (SqlErrors.isState(cause, SqlErrors.READ_ONLY)) {
            if (isAlone()) {
                LOG.warn("{} takes no writes; its connections are closed and made anew", primary);
                pool.moveTo(primary);
            } else {
                lookAgain();
            }
        } else if (!isAlone() && SqlErrors.isInterruption(cause)) {
            lookAgain();
        }
    }

    /** Once at a time: whoever comes meanwhile is served by the search that is under way. */
    private void lookAgain() {
        if (searching.compareAndSet(false, true)) {
            search.find()
                    .onSuccess(found ->
                            found.filter(endpoint -> !endpoint.equals(primary)).ifPresent(this::moveTo))
                    .onComplete(done -> searching.set(false));
        }
    }

    private void moveTo(Endpoint endpoint) {
        LOG.warn("The primary is {} now, it was {}", endpoint, primary);
        primary = endpoint;
        moves.add();
        pools.forEach(pool -> pool.moveTo(endpoint));
        followers.forEach(Runnable::run);
    }

    /** Told after the pools moved: for connections outside of them. */
    public void onMove(Runnable follower) {
        followers.add(follower);
    }

    /** Completes when the primary answers. */
    public Future<Void> probe() {
        return pools.getFirst().probe();
    }

    public Future<Void> close() {
        if (watch >= 0) {
            vertx.cancelTimer(watch);
        }
        return Future.join(Stream.concat(
                                replicas.stream().map(Replica::close),
                                pools.stream().map(PrimaryPool::close))
                        .toList())
                .mapEmpty();
    }
}
