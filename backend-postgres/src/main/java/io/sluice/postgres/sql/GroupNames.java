package io.sluice.postgres.sql;

import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the names of a tenant's groups apart, or lets them be: with an index that no two of them can pass, however many create at
 * once. Identity providers that match groups by name expect it; RFC 7643 section 4.2 does not ask for it.
 *
 * <p>The first node that is told to builds the index, without locking anybody out, and the others wait for it. A node that is not
 * told to leaves it where it is: the others may rely on it. Whoever no longer wants it drops it by hand.
 */
public final class GroupNames {

    private static final Logger LOG = LoggerFactory.getLogger(GroupNames.class);
    private static final String INDEX = "resource_group_name";
    private static final String STATE =
            "SELECT i.indisvalid FROM pg_index i WHERE i.indexrelid = to_regclass('" + INDEX + "')";
    private static final String CREATE =
            "CREATE UNIQUE INDEX CONCURRENTLY " + INDEX + " ON resource (tenant, display_key) WHERE type = 'Group'";
    private static final String DROP = "DROP INDEX CONCURRENTLY IF EXISTS " + INDEX;

    /**
     * Tried again and again instead of waited for: a statement that waits holds a snapshot, and the build of an index waits for
     * all of those.
     */
    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext('sluice group names'))";

    private static final Duration PAUSE = Duration.ofMillis(200);

    private GroupNames() {}

    /** Fails with UNAVAILABLE, which is said at start, when there are two groups of one name already. */
    public static Future<Void> apply(Vertx vertx, PostgresSettings settings) {
        return vertx.<Void>executeBlocking(
                () -> {
                    apply(settings);
                    return null;
                },
                false);
    }

    private static void apply(PostgresSettings settings) throws InterruptedException {
        try (Connection connection = Migration.dataSource(settings).getConnection();
                Statement statement = connection.createStatement()) {
            if (settings.uniqueGroups()) {
                build(statement);
            } else if (isTrue(statement, STATE)) {
                LOG.warn(
                        "Two groups of one displayName are refused although duplicateGroups is not reject on this node: the index"
                                + " {} is there. DROP INDEX CONCURRENTLY {} lets them be.",
                        INDEX,
                        INDEX);
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** The lock ends with the connection. */
    private static void build(Statement statement) throws SQLException, InterruptedException {
        while (!isTrue(statement, STATE)) {
            if (isTrue(statement, LOCK)) {
                buildLocked(statement);
            } else {
                Thread.sleep(PAUSE);
            }
        }
    }

    private static void buildLocked(Statement statement) throws SQLException {
        if (isTrue(statement, STATE)) {
            return;
        }
        // What a build leaves behind that was cut off keeps nothing apart for certain.
        statement.execute(DROP);
        try {
            statement.execute(CREATE);
        } catch (SQLException e) {
            statement.execute(DROP);
            throw e;
        }
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static ScimException refused(SQLException cause) {
        LOG.warn("The names of groups cannot be kept apart: {}", cause.getMessage());
        return SqlErrors.unavailable(
                SqlErrors.UNIQUE_VIOLATION.equals(cause.getSQLState())
                        ? "duplicateGroups: reject is not possible while a tenant has two groups of one displayName; the log names one."
                        : "The index for the names of groups cannot be built; the log says why.");
    }
}
