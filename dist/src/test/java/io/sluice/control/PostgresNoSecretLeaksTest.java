package io.sluice.control;

import io.sluice.gateway.access.NoSecretLeaksTest;
import io.sluice.gateway.kit.Gateway;
import io.sluice.postgres.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The same secrets are used over PostgreSQL, and every row of every table is searched for them too. */
final class PostgresNoSecretLeaksTest extends NoSecretLeaksTest {

    private final TestDatabase database = TestDatabase.create();

    @Override
    protected Gateway start(Map<String, String> settings) {
        return OverPostgres.start(database, settings);
    }

    @Override
    protected Map<String, String> atRest() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Map<String, String> dump = new HashMap<>();
            for (String table : tables(statement)) {
                dump.put("table " + table, rows(statement, table));
            }
            Assertions.assertThat(dump.get("table signing_key")).contains("v1.");
            Assertions.assertThat(dump.get("table resource")).contains("ada");
            return dump;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE"
                        + " TABLE'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    /** Bytes too: whatever is text in them is searched as text. */
    private static String rows(Statement statement, String table) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (ResultSet row = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    Object value = row.getObject(i);
                    text.append(
                                    value instanceof byte[] bytes
                                            ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                                            : String.valueOf(value))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
