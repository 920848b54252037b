package io.sluice.postgres;

import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Capabilities;
import io.sluice.core.control.Actor;
import io.sluice.core.error.ScimException;
import io.sluice.core.meter.Meters;
import io.sluice.postgres.read.Lookups;
import io.sluice.postgres.read.Reads;
import io.sluice.postgres.search.Searches;
import io.sluice.postgres.search.TrigramIndexes;
import io.sluice.postgres.sql.Database;
import io.sluice.postgres.sql.ExtraIndexes;
import io.sluice.postgres.sql.GroupNames;
import io.sluice.postgres.sql.Migration;
import io.sluice.postgres.sql.PostgresSettings;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.SqlErrors;
import io.sluice.postgres.sql.Statistics;
import io.sluice.postgres.write.WriteContext;
import io.sluice.postgres.write.Writes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * Resources in PostgreSQL.
 *
 * <p>A read is one statement; so are a create, a delete and a change of members, whatever the size of the group. A change of
 * attributes is a read and a write that holds only if nobody wrote in between. Every write carries its audit event in the same
 * statement. Passwords are not kept.
 */
public final class PostgresBackend implements Backend {

    private final Vertx vertx;
    private final PostgresSettings settings;
    private final Database database;
    private final Sql writing;
    private final Reads reads;
    private final Searches searches;
    private final Searches views;
    private final Writes writes;
    private final Attempts attempts;
    private final ExtraIndexes indexes;
    private final Statistics statistics;

    public PostgresBackend(Vertx vertx, PostgresSettings settings) {
        this(vertx, settings, Meters.NONE);
    }

    public PostgresBackend(Vertx vertx, PostgresSettings settings, Meters meters) {
        this(vertx, settings, meters, InstantSource.system(), sql -> sql);
    }

    /**
     * @param listening wraps what sends statements, for tests that count them
     */
    PostgresBackend(Vertx vertx, PostgresSettings settings, InstantSource clock, UnaryOperator<Sql> listening) {
        this(vertx, settings, Meters.NONE, clock, listening);
    }

    private PostgresBackend(
            Vertx vertx, PostgresSettings settings, Meters meters, InstantSource clock, UnaryOperator<Sql> listening) {
        this.vertx = vertx;
        this.settings = settings;
        this.database = new Database(vertx, settings, "backend", meters);
        Sql reading = listening.apply(database.open("sluice-read", settings.poolSize()));
        this.writing = database.open("sluice-write", settings.writePoolSize());
        Lookups lookups = new Lookups(reading, settings);
        this.reads = new Reads(reading, lookups, settings.memberPageSize());
        this.searches = new Searches(reading, lookups, settings, clock);
        Sql viewing = database.mayBeStale(reading);
        this.views = viewing.equals(reading)
                ? searches
                : new Searches(viewing, new Lookups(viewing, settings), settings, clock);
        this.writes = new Writes(new WriteContext(listening.apply(writing), reads, settings, clock, meters));
        this.attempts = new Attempts(vertx, clock);
        this.indexes = TrigramIndexes.of(settings);
        this.statistics = new Statistics(vertx, writing);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.ALL_BUT_PASSWORD;
    }

    @Override
    public Future<Void> start() {
        return database.start()
                .compose(connected -> Migration.run(vertx, settings))
                .compose(migrated -> GroupNames.apply(vertx, settings))
                .compose(applied -> Migration.makeAuditPartitions(writing))
                .onSuccess(ready -> {
                    indexes.buildInBackground();
                    statistics.start();
                })
                .recover(cause -> Future.failedFuture(SqlErrors.of(cause)));
    }

    @Override
    public Future<BackendReply> execute(BackendRequest request) {
        return attempts.until(request.context().deadline(), () -> answer(request))
                .recover(PostgresBackend::failed);
    }

    private Future<BackendReply> answer(BackendRequest request) {
        return switch (request) {
            case BackendRequest.Create create -> writes.create(create);
            case BackendRequest.Read read -> reads.read(read);
            case BackendRequest.Replace replace -> writes.replace(replace);
            case BackendRequest.Patch patch -> writes.patch(patch);
            case BackendRequest.Delete delete -> writes.delete(delete);
            case BackendRequest.Search search ->
                searchesFor(search.context().actor()).search(search);
            case BackendRequest.ReadMembers members -> reads.members(members);
            case BackendRequest.Purge purge -> writes.purge(purge);
        };
    }

    /** What an administrator looks at may be a little old; an identity provider matches by what it is told. */
    private Searches searchesFor(Actor actor) {
        return actor.idp().equals(Actor.ADMINISTRATOR) ? views : searches;
    }

    private static Future<BackendReply> failed(Throwable cause) {
        Throwable explained = SqlErrors.of(cause);
        return explained instanceof ScimException known
                ? Future.succeededFuture(new BackendReply.Failed(known.error()))
                : Future.failedFuture(explained);
    }

    @Override
    public Future<Void> stop() {
        statistics.stop();
        return database.close();
    }

    @Override
    public Future<Void> health() {
        return database.probe();
    }
}
