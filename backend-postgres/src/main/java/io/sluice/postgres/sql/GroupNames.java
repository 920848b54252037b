package io.sluice.postgres.sql;

import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the names of a tenant's groups apart, or lets them be: with an index that no two of them can pass, however many create at
 * once. Identity providers that match groups by name expect it; RFC 7643 section 4.2 does not ask for it.
 */
public final class GroupNames {

    private static final Logger LOG = LoggerFactory.getLogger(GroupNames.class);
    private static final String INDEX = "resource_group_name";
    private static final String CREATE =
            "CREATE UNIQUE INDEX IF NOT EXISTS " + INDEX + " ON resource (tenant, display_key) WHERE type = 'Group'";
    private static final String DROP = "DROP INDEX IF EXISTS " + INDEX;

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

    private static void apply(PostgresSettings settings) {
        try (Connection connection = Migration.dataSource(settings).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(settings.uniqueGroups() ? CREATE : DROP);
        } catch (SQLException e) {
            throw refused(e);
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
