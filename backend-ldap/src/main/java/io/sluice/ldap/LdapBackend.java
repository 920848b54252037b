package io.sluice.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Capabilities;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.ldap.audit.AuditSink;
import io.sluice.ldap.audit.AuditSinks;
import io.sluice.ldap.audit.Journal;
import io.sluice.ldap.audit.ResourceAudit;
import io.sluice.ldap.config.LdapSettings;
import io.sluice.ldap.directory.Directory;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Keeps resources in an LDAP directory. The event loop only hands requests over; everything that waits does so on virtual
 * threads. At most {@code limits.requests} are in progress, the rest is refused with 503 at once, so that a slow directory
 * takes nothing from tenants elsewhere.
 */
final class LdapBackend implements Backend {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final long DOUBT_MILLIS = 5_000;
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final LdapSettings settings;
    private final Clock clock;
    private final Directory directory;
    private final AuditSink sink;
    private final Optional<Journal> journal;
    private final ResourceAudit audit;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger inProgress = new AtomicInteger();
    private final RecentWrites recent = new RecentWrites();
    private final SingleFlight<Session> opening = new SingleFlight<>();
    private OptionalLong doubtTimer = OptionalLong.empty();
    private volatile Optional<Session> session = Optional.empty();

    LdapBackend(Vertx vertx, LdapSettings settings, Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.clock = clock;
        this.directory = Directory.of(settings.connection(), clock);
        this.sink = AuditSinks.open(settings.audit(), vertx, directory, clock);
        this.journal = settings.audit().journal().map(Journal::open);
        this.audit = new ResourceAudit(sink, journal);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, true, true, true, true);
    }

    /** What failed in doubt is looked into while the process runs, not only at the next start. */
    private void lookIntoDoubts() {
        if (!audit.doubtful().isEmpty() && !threads.isShutdown()) {
            session.ifPresent(opened -> threads.execute(opened::reconcile));
        }
    }

    /** A directory that is away at the start is no reason not to start: its tenants get 503 until it is there. */
    @Override
    public Future<Void> start() {
        if (journal.isPresent()) {
            doubtTimer = OptionalLong.of(vertx.setPeriodic(DOUBT_MILLIS, ignored -> lookIntoDoubts()));
        }
        return blocking(() -> {
                    try {
                        open();
                    } catch (ScimException away) {
                        // Tried again with every request and every health check.
                    }
                    return Optional.empty();
                })
                .mapEmpty();
    }

    @Override
    public Future<BackendReply> execute(BackendRequest request) {
        if (inProgress.incrementAndGet() > settings.connection().limits().requests()) {
            inProgress.decrementAndGet();
            return Future.failedFuture(new ScimException(
                    ScimError.unavailable("The directory is too slow for the number of requests.", RETRY_AFTER)));
        }
        return dispatch(request).onComplete(ignored -> inProgress.decrementAndGet());
    }

    @Override
    public Future<Void> stop() {
        doubtTimer.ifPresent(vertx::cancelTimer);
        return blocking(() -> {
                    directory.close();
                    sink.close();
                    journal.ifPresent(Journal::close);
                    return Optional.empty();
                })
                .<Void>mapEmpty()
                .onComplete(ignored -> threads.shutdown());
    }

    @Override
    public Future<Void> health() {
        return blocking(() -> {
                    open();
                    try {
                        return directory.read(
                                clock.instant().plus(HEALTH_PATIENCE), connection -> connection.getRootDSE() != null);
                    } catch (LDAPException e) {
                        throw new IllegalStateException("The directory answers with an error: " + e.getMessage(), e);
                    }
                })
                .mapEmpty();
    }

    private Future<BackendReply> dispatch(BackendRequest request) {
        return switch (request) {
            case BackendRequest.Read read -> blocking(() -> open().read(read));
            case BackendRequest.ReadMembers read -> blocking(() -> open().readMembers(read));
            case BackendRequest.Search search -> blocking(() -> open().search(search));
            case BackendRequest.Create create ->
                write(create, session -> promise -> session.writes().create(create, promise::complete, promise::fail));
            case BackendRequest.Purge purge ->
                write(purge, session -> promise -> session.writes().purge(purge, promise::complete, promise::fail));
            case BackendRequest.Replace replace -> change(replace, replace.id());
            case BackendRequest.Patch patch -> change(patch, patch.id());
            case BackendRequest.Delete delete -> change(delete, delete.id());
        };
    }

    private Future<BackendReply> change(BackendRequest request, String id) {
        return write(
                request, session -> promise -> session.writes().change(request, id, promise::complete, promise::fail));
    }

    private interface Submission {
        void to(Promise<BackendReply> promise);
    }

    /** The order in which writes are handed over is kept: they are queued here, on the event loop. */
    private Future<BackendReply> write(
            BackendRequest request, java.util.function.Function<Session, Submission> submission) {
        return recent.once(
                request.context(),
                () -> session.map(Future::succeededFuture)
                        .orElseGet(() -> blocking(this::open))
                        .compose(opened -> {
                            Promise<BackendReply> promise = Promise.promise();
                            submission.apply(opened).to(promise);
                            return onThisContext(promise.future())
                                    .onComplete(ignored -> opened.snapshots()
                                            .written(request.context().tenant()));
                        }));
    }

    /** While the directory is away, those who wait share one attempt and its failure. */
    private Session open() {
        return session.orElseGet(() -> opening.join(() -> {
            Session opened = session.orElseGet(() -> Session.open(settings, directory, audit, clock, threads));
            session = Optional.of(opened);
            return opened;
        }));
    }

    private <T> Future<T> blocking(Supplier<T> work) {
        Promise<T> promise = Promise.promise();
        Future<T> future = onThisContext(promise.future());
        threads.execute(() -> {
            try {
                promise.complete(work.get());
            } catch (RuntimeException | Error e) {
                promise.fail(e);
            }
        });
        return future;
    }

    /** Results come from virtual threads and are seen where the request came from. */
    private <T> Future<T> onThisContext(Future<T> future) {
        Context context = vertx.getOrCreateContext();
        Promise<T> promise = Promise.promise();
        future.onComplete(result -> context.runOnContext(ignored -> {
            if (result.succeeded()) {
                promise.complete(result.result());
            } else {
                promise.fail(result.cause());
            }
        }));
        return promise.future();
    }
}
