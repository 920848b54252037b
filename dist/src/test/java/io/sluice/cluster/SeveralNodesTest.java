package io.sluice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditRetention;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.postgres.server.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes side by side on one database that know nothing of each other. */
final class SeveralNodesTest {

    private static final int NODES = 3;

    private final Map<String, String> settings = Map.of(
            "SLUICE_BACKEND_DEFAULT", "postgres",
            "SLUICE_BACKEND_CONTROL", "postgres",
            "SLUICE_POSTGRES_URI", TestDatabase.create().uri(),
            "SLUICE_POSTGRES_POOL_SIZE", "3",
            "SLUICE_POSTGRES_WRITE_POOL_SIZE", "2");

    @Test
    void startOnAnEmptyDatabaseAtOnceShareEverythingAndPruneTogether() {
        List<Gateway> nodes = IntStream.range(0, NODES)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Gateway.start(settings)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        try {
            Client scim = nodes.get(0).tenant("acme");
            String id = scim.post(
                            "/Users",
                            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"one\"}")
                    .expect(201)
                    .at("/id");
            nodes.forEach(node -> scim.at(node.url() + "/tenants/acme/scim/v2")
                    .get("/Users/" + id)
                    .expect(200));
            cursorOfOneNodeGoesOnAtTheNext(scim, nodes);
            AuditRetention retention = new AuditRetention(Optional.of(Instant.now()), Map.of());
            nodes.stream()
                    .map(node -> node.node().control().audit().prune(retention))
                    .toList()
                    .forEach(pruned -> assertThat(Gateway.await(pruned)).isNotNegative());
            assertThat(nodes.get(1)
                            .admin()
                            .get("/tenants/acme/audit")
                            .expect(200)
                            .text())
                    .contains("User Created");
        } finally {
            nodes.forEach(Gateway::close);
        }
    }

    private static void cursorOfOneNodeGoesOnAtTheNext(Client scim, List<Gateway> nodes) {
        for (int i = 0; i < 4; i++) {
            scim.post(
                            "/Users",
                            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"c" + i
                                    + "\"}")
                    .expect(201);
        }
        String next = scim.get("/Users?cursor&count=2").expect(200).at("/nextCursor");
        for (int page = 1; page < NODES; page++) {
            var reply = scim.at(nodes.get(page).url() + "/tenants/acme/scim/v2")
                    .get("/Users?count=2&cursor=" + next)
                    .expect(200);
            assertThat(reply.json().path("Resources")).isNotEmpty();
            next = reply.at("/nextCursor");
        }
    }
}
