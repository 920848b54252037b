package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What was stored in an earlier normal form is found in the present one after a start. */
final class NormalFormTest extends BackendContract {

    private final TestDatabase database = TestDatabase.create();

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx, PostgresSettings.of(database.uri()));
    }

    @Test
    void namesWithTurkishLettersAreFoundAfterAStart() throws SQLException {
        BackendClient own = newTenant();
        StoredResource dotless = own.user("ırmak");
        StoredResource plain = own.user("nobody");
        StoredResource group = own.group("İzmir Işık");
        assertThat(own.ids(Fixtures.GROUP, "displayName eq \"İZMIR IşıK\"")).containsExactly(group.id());
        assertThat(own.ids(Fixtures.GROUP, "displayName eq \"İzmİR Işık\"")).isEmpty();
        asWrittenBefore();
        assertThat(own.ids(Fixtures.USER, "userName eq \"ırmak\"")).isEmpty();

        database.migrate();

        assertThat(own.ids(Fixtures.USER, "userName eq \"ırmak\"")).containsExactly(dotless.id());
        assertThat(own.ids(Fixtures.USER, "userName eq \"irmak\"")).isEmpty();
        assertThat(own.ids(Fixtures.USER, "userName eq \"NOBODY\"")).containsExactly(plain.id());
        assertThat(own.ids(Fixtures.GROUP, "displayName eq \"İZMir Işık\"")).containsExactly(group.id());
        assertThat(own.ids(Fixtures.GROUP, "displayName co \"ışık\"")).isEmpty();
        assertThat(own.ids(Fixtures.GROUP, "displayName ew \"şık\"")).containsExactly(group.id());
        assertThat(own.read(dotless).version()).isEqualTo(dotless.version());
        // The name that ı used to take is free.
        own.user("irmak");
    }

    /** The columns as a build made them that folded ı and İ to i. */
    private void asWrittenBefore() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("""
                    UPDATE resource SET name_key = former(name_key), display_key = former(display_key),
                        search = former(search::text)::jsonb
                    """.replaceAll(
                            "former\\(([^)]*)\\)", "replace(replace($1, U&'i\\\\0307', 'i'), U&'\\\\0131', 'i')")))
                    .isEqualTo(3);
            statement.executeUpdate("UPDATE normal_form SET version = 1");
        }
    }
}
