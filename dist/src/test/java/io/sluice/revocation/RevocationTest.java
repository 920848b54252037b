package io.sluice.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.postgres.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two nodes on one database, 300 tokens in use: each is revoked on the first node while it is used on the first or on the
 * second. In half of the rounds the connections that notifications come in on are cut a moment before, so that these are lost:
 * that a token stops working in time rests on the trust window alone.
 */
final class RevocationTest {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationTest.class);
    private static final int NODES = 2;
    private static final int TOKENS = 300;
    private static final int AT_A_TIME = 30;
    private static final int PER_CONNECTION = 2;
    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final Duration GIVE_UP = Duration.ofSeconds(10);

    /** A token in use on one node. */
    private record InUse(String tenant, String id, Client user) {}

    @Test
    void aRevokedTokenStopsWorkingWithinASecondOnEveryNode() {
        TestDatabase database = TestDatabase.create();
        Map<String, String> settings = Map.of(
                "SLUICE_BACKEND_DEFAULT", "postgres",
                "SLUICE_BACKEND_CONTROL", "postgres",
                "SLUICE_POSTGRES_URI", database.uri());
        try (Gateway first = Gateway.start(settings);
                Gateway second = Gateway.start(settings)) {
            List<InUse> tokens = tokens(first, second);

            long notified = 0;
            long unnoticed = 0;
            for (int from = 0; from < tokens.size(); from += AT_A_TIME) {
                List<InUse> some = tokens.subList(from, from + AT_A_TIME);
                boolean cut = from / AT_A_TIME % 2 == 1;
                awaitListeners(database, NODES);
                if (cut) {
                    cutListeners(database);
                }
                long longest = revoke(first.admin(), some);
                notified = cut ? notified : Math.max(notified, longest);
                unnoticed = cut ? Math.max(unnoticed, longest) : unnoticed;
            }

            LOG.warn(
                    "{} tokens revoked on two nodes; the longest worked for {} ms more, {} ms where notifications were"
                            + " cut",
                    TOKENS,
                    notified / 1_000_000,
                    unnoticed / 1_000_000);
            assertThat(Duration.ofNanos(notified)).isLessThan(BOUND);
            assertThat(Duration.ofNanos(unnoticed)).isLessThan(BOUND);
        }
    }

    private static void cutListeners(TestDatabase database) {
        assertThat(listeners(database, "SELECT count(pg_terminate_backend(pid))"))
                .isEqualTo(NODES);
    }

    private static void awaitListeners(TestDatabase database, int wanted) {
        Instant deadline = Instant.now().plus(GIVE_UP);
        while (listeners(database, "SELECT count(*)") < wanted) {
            assertThat(Instant.now()).as("nodes listen again").isBefore(deadline);
        }
    }

    private static int listeners(TestDatabase database, String select) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select
                        + " FROM pg_stat_activity WHERE datname = current_database() AND application_name ="
                        + " 'sluice-notices' AND query LIKE 'LISTEN%'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<InUse> tokens(Gateway first, Gateway second) {
        List<InUse> tokens = new ArrayList<>();
        for (int tenant = 0; tokens.size() < TOKENS; tenant++) {
            String slug = "t" + tenant;
            first.admin()
                    .post("/tenants", "{\"id\":\"" + slug + "\",\"name\":\"T\"}", "Content-Type", "application/json");
            for (Idp idp : Idp.values()) {
                for (int i = 0; i < PER_CONNECTION && tokens.size() < TOKENS; i++) {
                    var made = first.admin()
                            .post(
                                    "/tenants/" + slug + "/tokens",
                                    "{\"idp\":\"" + idp.word() + "\"}",
                                    "Content-Type",
                                    "application/json")
                            .expect(201);
                    String base = (i == 0 ? first : second).url() + "/tenants/" + slug + "/scim/v2";
                    tokens.add(new InUse(slug, made.at("/id"), new Client(base, made.at("/token"))));
                }
            }
        }
        return tokens;
    }

    /** Revokes all of them at once; the longest time in nanoseconds that one was still accepted after its revocation. */
    private static long revoke(Client admin, List<InUse> tokens) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Long>> running = tokens.stream()
                    .map(token -> CompletableFuture.supplyAsync(() -> revoke(admin, token), threads))
                    .toList();
            return running.stream().mapToLong(CompletableFuture::join).max().orElseThrow();
        }
    }

    private static long revoke(Client admin, InUse token) {
        use(token).expect(200);
        admin.patch(
                        "/tenants/" + token.tenant() + "/tokens/" + token.id(),
                        "{\"state\":\"inactive\"}",
                        "Content-Type",
                        "application/json")
                .expect(200);
        long revoked = System.nanoTime();
        long lastAccepted = revoked;
        while (System.nanoTime() - revoked < GIVE_UP.toNanos()) {
            long sent = System.nanoTime();
            int status = use(token).status();
            if (status == 401) {
                return lastAccepted - revoked;
            }
            assertThat(status).isEqualTo(200);
            lastAccepted = sent;
        }
        return GIVE_UP.toNanos();
    }

    private static io.sluice.gateway.kit.Reply use(InUse token) {
        return token.user().get("/Users?count=0");
    }
}
