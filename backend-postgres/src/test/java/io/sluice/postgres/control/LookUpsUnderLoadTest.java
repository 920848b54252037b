package io.sluice.postgres.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.Credential;
import io.sluice.core.control.NewTenant;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenSecret;
import io.sluice.core.kit.EventLoop;
import io.sluice.postgres.server.TestDatabase;
import io.sluice.postgres.sql.PostgresSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials are verified whatever else the control plane is busy with. */
final class LookUpsUnderLoadTest {

    private static final Actor ADMIN = new Actor("root", "admin", "192.0.2.7");

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop(vertx);
    private final TestDatabase database = TestDatabase.create();
    private final PostgresControlStore store = new PostgresControlStore(vertx, PostgresSettings.of(database.uri()));
    private final TokenHash hash = TokenHash.of(new byte[32]);

    @BeforeEach
    void start() {
        loop.get(store::start);
        loop.get(() -> store.tenants().create(new NewTenant("acme", "Acme", "postgres"), ADMIN));
        loop.get(() -> store.credentials()
                .create(
                        "acme",
                        new NewToken(
                                "entra",
                                "x",
                                new TokenSecret(hash, "0000"),
                                Instant.now().plusSeconds(3_600)),
                        2,
                        ADMIN));
    }

    @AfterEach
    void stop() {
        loop.get(store::stop);
        loop.get(vertx::close);
    }

    @Test
    void administratorsWhoReadTheAuditTrailDoNotHoldThemUp() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE audit_event IN ACCESS EXCLUSIVE MODE");
            List<Future<?>> readers = Stream.<Future<?>>generate(
                            () -> loop.call(() -> store.audit().query(everything())))
                    .limit(8)
                    .toList();

            assertThat(loop.get(this::lookUp)).containsKey(hash);
            assertThat(readers).noneMatch(Future::isComplete);
            connection.rollback();
            readers.forEach(reader -> loop.get(() -> reader));
        }
    }

    private Future<Map<TokenHash, Credential>> lookUp() {
        return store.credentials().lookUp(List.of(hash));
    }

    private static AuditQuery everything() {
        return new AuditQuery(
                "acme",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10);
    }
}
