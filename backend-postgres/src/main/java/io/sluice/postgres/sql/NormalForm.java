package io.sluice.postgres.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sluice.postgres.document.FormerFolding;
import io.sluice.postgres.document.IndexedKeys;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites what is stored for comparison when the form in which it is compared has changed, once. The form is made here and not by
 * the server, so that no migration in SQL can do it. The documents and versions of resources stay as they are.
 */
final class NormalForm {

    /** Of the form that this build compares with. */
    private static final int VERSION = 2;

    private static final Logger LOG = LoggerFactory.getLogger(NormalForm.class);
    private static final int FETCH = 500;

    private static final String MARK = """
            CREATE TABLE IF NOT EXISTS normal_form (
                single boolean PRIMARY KEY DEFAULT true CHECK (single),
                version int NOT NULL
            )""";

    /** Documents with ı, İ or a combining dot: the first two were folded to i. */
    private static final String AFFECTED = """
            SELECT tenant, type, id, version, doc, search::text FROM resource
            WHERE position('\\xc4b0'::bytea IN doc) > 0 OR position('\\xc4b1'::bytea IN doc) > 0
                OR position('\\xcc87'::bytea IN doc) > 0""";

    /** What a node writes meanwhile is left to that node. */
    private static final String SAME = " WHERE tenant = ? AND type = ? AND id = ? AND version = ?";

    private static final String UPDATE_SEARCH = "UPDATE resource SET search = ?::jsonb" + SAME;
    private static final String UPDATE_KEYS =
            "UPDATE resource SET name_key = ?, display_key = ?, emails = ?::text[]" + SAME;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Connection connection;

    private record Affected(int tenant, String type, UUID id, long version, JsonNode search) {}

    private NormalForm(Connection connection) {
        this.connection = connection;
    }

    /** Within the transaction of the connection, on a schema that is up to date. */
    static void renew(Connection connection) throws SQLException {
        new NormalForm(connection).renew();
    }

    private void renew() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MARK);
            try (ResultSet version = statement.executeQuery("SELECT version FROM normal_form")) {
                if (version.next() && version.getInt(1) >= VERSION) {
                    return;
                }
            }
            int rewritten = rewrite(statement);
            if (rewritten > 0) {
                LOG.info("{} resources are compared in the new normal form {}", rewritten, VERSION);
            }
            statement.execute("INSERT INTO normal_form (version) VALUES (" + VERSION
                    + ") ON CONFLICT (single) DO UPDATE SET version = EXCLUDED.version");
        }
    }

    private int rewrite(Statement statement) throws SQLException {
        int rewritten = 0;
        statement.setFetchSize(FETCH);
        try (ResultSet rows = statement.executeQuery(AFFECTED);
                PreparedStatement search = connection.prepareStatement(UPDATE_SEARCH);
                PreparedStatement keys = connection.prepareStatement(UPDATE_KEYS)) {
            while (rows.next()) {
                JsonNode before = JSON.readTree(rows.getString("search"));
                JsonNode after = FormerFolding.renewed(JSON.readTree(rows.getBytes("doc")), before);
                if (!after.equals(before)) {
                    rewrite(affected(rows, after), search, keys);
                    rewritten++;
                }
            }
        } catch (JsonProcessingException e) {
            throw new SQLException("A stored document is no JSON", e);
        } catch (IOException e) {
            throw new SQLException(e);
        }
        return rewritten;
    }

    private static Affected affected(ResultSet row, JsonNode search) throws SQLException {
        return new Affected(
                row.getInt("tenant"),
                row.getString("type"),
                row.getObject("id", UUID.class),
                row.getLong("version"),
                search);
    }

    private void rewrite(Affected affected, PreparedStatement search, PreparedStatement keys) throws SQLException {
        search.setString(1, affected.search().toString());
        name(affected, search, 2);
        search.executeUpdate();
        IndexedKeys indexed = IndexedKeys.of(affected.search(), affected.type().equals("User"), affected.tenant());
        keys.setString(1, indexed.name().orElse(null));
        keys.setString(2, indexed.display().orElse(null));
        keys.setString(3, indexed.emails().orElse(null));
        name(affected, keys, 4);
        Savepoint before = connection.setSavepoint();
        try {
            keys.executeUpdate();
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            if (!SqlErrors.UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            // Two names that were kept apart are the same now: one of them keeps its former key until it is renamed.
            connection.rollback(before);
            LOG.warn(
                    "The name of {} {} of tenant number {} is another's in the new normal form; it is found by its id only",
                    affected.type(),
                    affected.id(),
                    affected.tenant());
        }
    }

    private static void name(Affected affected, PreparedStatement statement, int at) throws SQLException {
        statement.setInt(at, affected.tenant());
        statement.setString(at + 1, affected.type());
        statement.setObject(at + 2, affected.id());
        statement.setLong(at + 3, affected.version());
    }
}
