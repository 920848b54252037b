package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The number of a tenant's resources is kept with every write and never counted for a list. */
final class KeptTotalsTest extends BackendContract {

    private final TestDatabase database = TestDatabase.create();

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx, PostgresSettings.of(database.uri()));
    }

    @Test
    void theTotalFollowsCreationsAndDeletionsThatHappenAtOnce() throws SQLException {
        BackendClient own = newTenant();
        List<StoredResource> users = own.users(Fixtures.names("u", 300));
        own.group("staff", users.getFirst());

        own.sendAll(users.stream()
                .limit(100)
                .<BackendRequest>map(own.requests()::delete)
                .toList());

        assertThat(total(own, Fixtures.USER)).isEqualTo(200);
        assertThat(total(own, Fixtures.GROUP)).isEqualTo(1);
        assertThat(total(newTenant(), Fixtures.USER)).isZero();
        assertThat(differing()).isZero();
    }

    @Test
    void aRefusedCreationCountsNothing() {
        BackendClient own = newTenant();
        own.user("taken");

        own.refused(ErrorKind.UNIQUENESS, own.requests().create(Fixtures.USER, Fixtures.user("TAKEN")));

        assertThat(total(own, Fixtures.USER)).isEqualTo(1);
    }

    @Test
    void aPurgeLeavesNothingBehind() throws SQLException {
        BackendClient own = newTenant();
        own.users(Fixtures.names("u", 20));

        own.send(own.requests().purge());

        assertThat(total(own, Fixtures.USER)).isZero();
        assertThat(number("SELECT count(*) FROM resource_total WHERE tenant = "
                        + own.requests().tenant().number()))
                .isZero();
    }

    @Test
    void whatWasThereBeforeIsCountedByTheMigration() throws SQLException {
        BackendClient own = newTenant();
        own.users(Fixtures.names("u", 7));
        asBefore();
        own.users(Fixtures.names("v", 5));

        database.migrate();

        assertThat(total(own, Fixtures.USER)).isEqualTo(12);
        own.user("one more");
        assertThat(total(own, Fixtures.USER)).isEqualTo(13);
        assertThat(differing()).isZero();
    }

    private static long total(BackendClient client, ResourceType type) {
        return client.find(client.requests().search(type).page(1, 0)).total().count();
    }

    /** Tenants and types whose kept total is not what there is. */
    private long differing() throws SQLException {
        return number("""
                SELECT count(*) FROM
                    (SELECT tenant, type, count(*) AS n FROM resource GROUP BY tenant, type) AS counted
                    FULL JOIN (SELECT tenant, type, sum(made - gone) AS n FROM resource_total GROUP BY tenant, type) AS kept
                    USING (tenant, type)
                WHERE coalesce(counted.n, 0) <> coalesce(kept.n, 0)""");
    }

    private void asBefore() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    DROP TRIGGER resources_made ON resource;
                    DROP TRIGGER resources_gone ON resource;
                    DROP FUNCTION resources_made();
                    DROP FUNCTION resources_gone();
                    DROP TABLE resource_total;
                    DELETE FROM sluice_schema_history WHERE version = '8'""");
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
