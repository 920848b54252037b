package io.sluice.postgres.sql;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What a failure of the database means to the one who asked. SQLSTATE codes: PostgreSQL's manual, appendix A. */
public final class SqlErrors {

    public static final String UNIQUE_VIOLATION = "23505";
    public static final String FOREIGN_KEY_VIOLATION = "23503";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Set<String> BAD_TEXT = Set.of("22021", "22P02", "22P05");
    private static final Set<String> LOST_RACE = Set.of("40001", "40P01");
    static final String READ_ONLY = "25006";
    private static final String GIVEN_UP = "57014";

    private SqlErrors() {}

    /** Another attempt at the same statement may succeed: the server undid it because of others. */
    public static boolean isLostRace(Throwable cause) {
        return cause instanceof PgException known && LOST_RACE.contains(known.getSqlState());
    }

    public static boolean isState(Throwable cause, String sqlState) {
        return cause instanceof PgException known && sqlState.equals(known.getSqlState());
    }

    /** Whether a statement about several rows may succeed without one of them: it neither lost a race nor ran out of time. */
    public static boolean mayBeOfOneRow(Throwable cause) {
        return !isInterruption(cause)
                && !isLostRace(cause)
                && !isState(cause, GIVEN_UP)
                && !(cause instanceof TimeoutException);
    }

    /** The connection or the server failed: whether the statement took effect is unknown. */
    public static boolean isInterruption(Throwable cause) {
        return switch (cause) {
            case ClosedConnectionException closed -> true;
            case PgException known -> isOutage(known.getSqlState());
            case IOException io -> true;
            default -> isPoolTimeout(cause);
        };
    }

    /** Connection exceptions, operator intervention, lack of resources, a server that became a standby. */
    private static boolean isOutage(String sqlState) {
        return sqlState.startsWith("08")
                || sqlState.startsWith("57P")
                || sqlState.startsWith("53")
                || sqlState.equals(READ_ONLY);
    }

    private static boolean isPoolTimeout(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        return text.contains("Timeout") || text.contains("max wait queue size") || text.contains("Pool closed");
    }

    private static boolean isHandshake(Throwable cause) {
        return cause instanceof SSLException
                || String.valueOf(cause.getMessage()).contains("SSL handshake failed");
    }

    /** The error for a failure that nobody nearer to the statement has explained. */
    public static Throwable of(Throwable cause) {
        if (cause instanceof ScimException) {
            return cause;
        }
        if (cause instanceof TimeoutException || isState(cause, GIVEN_UP)) {
            return unavailable("The database did not answer in time; try again.");
        }
        if (isHandshake(cause)) {
            return unavailable("The connection to the database cannot be encrypted, or its certificate is not good for"
                    + " this host: see sslmode and rootCertificate.");
        }
        if (isInterruption(cause)) {
            return unavailable("The database cannot be reached at the moment; try again.");
        }
        if (isLostRace(cause)) {
            return unavailable("Too many changes to the same resources at once; try again.");
        }
        if (cause instanceof PgException known && BAD_TEXT.contains(known.getSqlState())) {
            return ScimException.of(
                    ErrorKind.INVALID_VALUE, "A text holds a character that cannot be stored, such as U+0000.");
        }
        return cause;
    }

    public static ScimException unavailable(String detail) {
        return ScimError.unavailable(detail, RETRY_AFTER).asException();
    }
}
