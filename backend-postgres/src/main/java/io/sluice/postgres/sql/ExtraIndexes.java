package io.sluice.postgres.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the indexes that the configuration asks for beside those that every installation has: in the background and without
 * locking anybody out, on one node at a time. A build that was cut off is begun anew.
 */
public final class ExtraIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(ExtraIndexes.class);
    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext('sluice extra indexes'))";

    private final PostgresSettings settings;
    private final Map<String, String> definitions = new TreeMap<>();

    public ExtraIndexes(PostgresSettings settings) {
        this.settings = settings;
        if (settings.equalityIndex()) {
            definitions.put("resource_search", "gin (search jsonb_path_ops)");
        }
    }

    /**
     * @param expression on the columns of the table resource, of type text
     */
    public void addTrigram(String expression) {
        definitions.put(
                "resource_trigram_" + Integer.toHexString(expression.hashCode()),
                "gin ((" + expression + ") gin_trgm_ops)");
    }

    /** Returns at once; what fails is logged, and the service runs without that index. */
    public void buildInBackground() {
        if (!definitions.isEmpty()) {
            Thread.ofPlatform().daemon().name("sluice-indexes").start(this::build);
        }
    }

    private void build() {
        try (Connection connection = Migration.dataSource(settings).getConnection();
                Statement statement = connection.createStatement()) {
            if (isTrue(statement, LOCK)) {
                buildAll(statement);
            }
        } catch (SQLException e) {
            LOG.warn("Not all configured indexes could be built: {}", e.getMessage());
        }
    }

    private void buildAll(Statement statement) throws SQLException {
        if (definitions.keySet().stream().anyMatch(name -> name.startsWith("resource_trigram_"))) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        }
        for (Map.Entry<String, String> definition : definitions.entrySet()) {
            build(statement, definition.getKey(), definition.getValue());
        }
    }

    private static void build(Statement statement, String name, String definition) throws SQLException {
        if (isTrue(statement, valid(name))) {
            return;
        }
        LOG.info("Building the index {}", name);
        statement.execute("DROP INDEX IF EXISTS " + name);
        statement.execute("CREATE INDEX CONCURRENTLY " + name + " ON resource USING " + definition);
        LOG.info("The index {} is ready", name);
    }

    private static String valid(String name) {
        return "SELECT i.indisvalid FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relname = '" + name
                + "'";
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
