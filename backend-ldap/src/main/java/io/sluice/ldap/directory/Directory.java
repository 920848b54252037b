package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import io.sluice.core.error.ScimException;
import io.sluice.ldap.config.ConnectionSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A directory that may be slow or away. Calls block, so they are made on virtual threads.
 *
 * <ol>
 *   <li>At most {@link ConnectionSettings.Limits#connections} operations are outstanding, one per connection.
 *   <li>While the directory does not answer, calls fail at once with UNAVAILABLE; it is tried again four times a second.
 *   <li>A read whose connection turns out dead is repeated once on a new one. A write never is.
 * </ol>
 */
public final class Directory implements AutoCloseable {

    private final LDAPConnectionPool pool;
    private final Failback failback;
    private final Semaphore slots;
    private final CircuitBreaker breaker;
    private final ConnectionLog log;
    private final Clock clock;

    private Directory(LDAPConnectionPool pool, Failback failback, int connections, Clock clock) {
        this.pool = pool;
        this.failback = failback;
        this.slots = new Semaphore(connections);
        this.breaker = new CircuitBreaker(clock);
        this.log = new ConnectionLog(clock);
        this.clock = clock;
    }

    /** Connects to nothing yet. */
    public static Directory of(ConnectionSettings settings, Clock clock) {
        return new Directory(
                Connections.pool(settings),
                Failback.of(settings, clock),
                settings.limits().connections(),
                clock);
    }

    /**
     * @throws LDAPException when the server answers with an error
     * @throws ScimException UNAVAILABLE when it does not answer before the deadline
     */
    public <T> T read(Instant deadline, LdapCall<T> call) throws LDAPException {
        try {
            return once(deadline, call);
        } catch (LostConnection lost) {
            try {
                return once(deadline, call);
            } catch (LostConnection again) {
                throw LdapFailures.unavailable(again.reason);
            }
        }
    }

    /**
     * @throws LDAPException when the server answers with an error: it changed nothing
     * @throws AmbiguousWriteException when the connection was lost on the way
     * @throws ScimException UNAVAILABLE when nothing was sent
     */
    public <T> T write(Instant deadline, LdapCall<T> call) throws LDAPException, AmbiguousWriteException {
        try {
            return once(deadline, call);
        } catch (LostConnection lost) {
            throw new AmbiguousWriteException(lost.reason);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T once(Instant deadline, LdapCall<T> call) throws LDAPException, LostConnection {
        Optional<Duration> refusal = breaker.refusal();
        if (refusal.isPresent()) {
            throw LdapFailures.unavailable("The directory does not answer; it is tried again all the time.");
        }
        takeSlot(deadline);
        try {
            return on(connect(), call);
        } finally {
            slots.release();
        }
    }

    private void takeSlot(Instant deadline) {
        try {
            long millis = Duration.between(clock.instant(), deadline).toMillis();
            if (!slots.tryAcquire(Math.max(millis, 0), TimeUnit.MILLISECONDS)) {
                throw LdapFailures.unavailable("The directory is too slow for the number of requests.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LdapFailures.unavailable("The backend is stopping.");
        }
    }

    private LDAPConnection connect() {
        try {
            LDAPConnection connection = pool.getConnection();
            log.succeeded();
            return connection;
        } catch (LDAPException e) {
            breaker.failed();
            log.failed(e);
            throw LdapFailures.unavailable(e);
        }
    }

    private <T> T on(LDAPConnection connection, LdapCall<T> call) throws LDAPException, LostConnection {
        boolean usable = false;
        try {
            T result = call.on(connection);
            usable = true;
            breaker.succeeded();
            return result;
        } catch (LDAPException e) {
            if (LdapFailures.isLost(e)) {
                breaker.failed();
                // The others were opened to the same server, which is most likely gone for them too.
                pool.shrinkPool(0);
                throw new LostConnection(e);
            }
            usable = true;
            breaker.succeeded();
            throw e;
        } finally {
            if (usable && !failback.isDue(connection)) {
                pool.releaseConnection(connection);
            } else {
                pool.discardConnection(connection);
            }
        }
    }

    private static final class LostConnection extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient LDAPException reason;

        private LostConnection(LDAPException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
