package io.sluice.postgres;

import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Capabilities;
import io.sluice.core.error.ScimException;
import io.sluice.postgres.read.Lookups;
import io.sluice.postgres.read.Reads;
import io.sluice.postgres.search.Searches;
import io.sluice.postgres.search.TrigramIndexes;
import io.sluice.postgres.sql.ExtraIndexes;
import io.sluice.postgres.sql.GroupNames;
import io.sluice.postgres.sql.Migration;
import io.sluice.postgres.sql.Pools;
import io.sluice.postgres.sql.PostgresSettings;
import io.sluice.postgres.sql.Sql;
import io.sluice.postgres.sql.SqlErrors;
import io.sluice.postgres.write.WriteContext;
import io.sluice.postgres.write.Writes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
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
    private final Pool readPool;
    private final Pool writePool;
    private final Reads reads;
    private final Searches searches;
    private final Writes writes;
    private final Attempts attempts;
    private final ExtraIndexes indexes;

    public PostgresBackend(Vertx vertx, PostgresSettings settings) {
        this(vertx, settings, InstantSource.system(), sql -> sql);
    }

    /**
     * @param listening wraps what sends statements, for tests that count them
     */
    PostgresBackend(Vertx vertx, PostgresSettings settings, InstantSource clock, UnaryOperator<Sql> listening) {
        this.vertx = vertx;
        this.settings = settings;
        this.readPool = Pools.open(vertx, settings, "sluice-read", settings.poolSize());
        this.writePool = Pools.open(vertx, settings, "sluice-write", settings.writePoolSize());
        Sql reading = listening.apply(Pools.sql(readPool));
        Sql writing = listening.apply(Pools.sql(writePool));
        Lookups lookups = new Lookups(reading, settings);
        this.reads = new Reads(reading, lookups, settings.memberPageSize());
        this.searches = new Searches(reading, lookups, settings);
        this.writes = new Writes(new WriteContext(writing, reads, settings, clock));
        this.attempts = new Attempts(vertx, clock);
        this.indexes = TrigramIndexes.of(settings);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.ALL_BUT_PASSWORD;
    }

    @Override
    public Future<Void> start() {
        return Migration.run(vertx, settings)
                .compose(migrated -> GroupNames.apply(vertx, settings))
                .compose(applied -> Migration.makeAuditPartitions(Pools.sql(writePool)))
                .onSuccess(ready -> indexes.buildInBackground())
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
            case BackendRequest.Search search -> searches.search(search);
            case BackendRequest.ReadMembers members -> reads.members(members);
            case BackendRequest.Purge purge -> writes.purge(purge);
        };
    }

    private static Future<BackendReply> failed(Throwable cause) {
        Throwable explained = SqlErrors.of(cause);
        return explained instanceof ScimException known
                ? Future.succeededFuture(new BackendReply.Failed(known.error()))
                : Future.failedFuture(explained);
    }

    @Override
    public Future<Void> stop() {
        return readPool.close().eventually(writePool::close);
    }

    @Override
    public Future<Void> health() {
        return Pools.probe(readPool);
    }
}
