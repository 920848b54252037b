package io.sluice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.sluice.gateway.start.Role;
import io.sluice.postgres.server.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gateways and backends on nodes of their own. */
final class ClusterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String URN = "urn:example:params:scim:schemas:extension:acme:2.0:User";

    private final String database = TestDatabase.create().uri();

    @Test
    void aGatewayServesThroughBackendsOfBothVersionsAndGoesOnWhenEitherStops() {
        try (Nodes nodes = new Nodes(database, Map.of())) {
            Gateway gateway = nodes.start(Role.GATEWAY);
            Reply unready = gateway.management().get("/health/ready").expect(503);
            assertThat(unready.at("/parts/backend.postgres")).contains("No node with the backend postgres");
            gateway.management().get("/health/live").expect(200);

            Gateway old = nodes.start(Role.BACKEND, Map.of("SLUICE_CLUSTER_NEWEST_WIRE", "1"));
            ready(gateway);
            Client scim = tenant(gateway);
            everyOperation(scim, "old");

            Gateway current = nodes.start(Role.BACKEND);
            old.management().get("/health/ready").expect(200);
            goesOnWhile(scim, old::close);
            everyOperation(scim, "new");
            nodes.start(Role.BACKEND, Map.of("SLUICE_CLUSTER_NEWEST_WIRE", "1"));
            goesOnWhile(scim, current::close);
        }
    }

    @Test
    void aNodeWithEveryRoleServesFromItsOwnBackendAndSharesItsTenants() {
        try (Nodes nodes = new Nodes(database, Map.of())) {
            Gateway one = nodes.start(Role.ALL);
            Gateway two = nodes.start(Role.ALL);
            Client scim = tenant(one);
            everyOperation(scim, "one");
            everyOperation(scim.at(two.url() + "/tenants/acme/scim/v2"), "two");
        }
    }

    @Test
    void nodesProveWhoTheyAreByCertificates(@TempDir Path directory) throws Exception {
        Path known = Certificates.make(directory.resolve("known"));
        Path foreign = Certificates.make(directory.resolve("foreign"));
        try (Nodes nodes = new Nodes(database, Certificates.settings(known, known))) {
            Gateway gateway = nodes.start(Role.GATEWAY);
            Gateway stranger = nodes.start(Role.GATEWAY, Certificates.settings(foreign, known));
            nodes.start(Role.BACKEND);
            ready(gateway);
            everyOperation(tenant(gateway), "tls");
            assertThat(stranger.management().get("/health/ready").status()).isEqualTo(503);
        }
    }

    private static Client tenant(Gateway gateway) {
        Client scim = gateway.tenant("acme");
        Client admin = gateway.admin();
        String json = "application/json";
        admin.patch("/tenants/acme", "{\"extensionUrn\":\"" + URN + "\"}", "Content-Type", json)
                .expect(200);
        admin.post("/tenants/acme/attributes", "{\"name\":\"badge\",\"type\":\"string\"}", "Content-Type", json)
                .expect(201);
        return until(scim, "/Schemas/" + URN, reply -> reply.status() == 200);
    }

    private static void everyOperation(Client scim, String name) {
        JsonNode user = scim.post("/Users", user(name)).expect(201).json();
        String id = user.path("id").asText();
        assertThat(scim.get("/Users/" + id).expect(200).at("/userName")).isEqualTo(name);
        assertThat(found(scim, URN + ":badge eq \"b-" + name + "\"")).isEqualTo(1);
        assertThat(found(scim, "emails[type eq \"work\" and value ew \"@" + name + ".example\"]"))
                .isEqualTo(1);
        scim.put("/Users/" + id, user(name).replace("b-", "c-")).expect(200);
        scim.patch("/Users/" + id, patch("replace", "displayName", "\"" + name + "\""))
                .expect(200);
        String group = scim.post(
                        "/Groups",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"g-" + name
                                + "\",\"members\":[{\"value\":\"" + id + "\"}]}")
                .expect(201)
                .at("/id");
        scim.patch("/Groups/" + group, patch("remove", "members[value eq \\\"" + id + "\\\"]", "null"));
        assertThat(scim.get("/Groups/" + group).expect(200).json().path("members"))
                .isEmpty();
        scim.post("/Users", user(name)).expectError(409, "uniqueness");
        scim.delete("/Users/" + id).expect(204);
        scim.get("/Users/" + id).expect(404);
    }

    private static String user(String name) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","%s"],"userName":"%s",
                 "emails":[{"type":"work","value":"a@%s.example"}],"%s":{"badge":"b-%s"}}""".formatted(URN, name, name, URN, name);
    }

    private static String patch(String op, String path, String value) {
        return """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations":[{"op":"%s","path":"%s"%s}]}""".formatted(op, path, op.equals("remove") ? "" : ",\"value\":" + value);
    }

    private static int found(Client scim, String filter) {
        String encoded = java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8);
        return scim.get("/Users?filter=" + encoded)
                .expect(200)
                .json()
                .path("totalResults")
                .asInt();
    }

    /** Creates without a pause from several clients at once until the work is done; none may fail. */
    private static void goesOnWhile(Client scim, Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> clients = IntStream.range(0, 4)
                    .mapToObj(client -> CompletableFuture.runAsync(() -> create(scim, done), threads))
                    .toList();
            work.run();
            done.set(true);
            clients.forEach(CompletableFuture::join);
        }
    }

    private static void create(Client scim, AtomicBoolean done) {
        do {
            scim.post(
                            "/Users",
                            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                                    + java.util.UUID.randomUUID() + "\"}")
                    .expect(201);
        } while (!done.get());
    }

    private static void ready(Gateway gateway) {
        until(gateway.management(), "/health/ready", reply -> reply.status() == 200);
    }

    private static Client until(Client client, String path, Predicate<Reply> condition) {
        Instant end = Instant.now().plus(PATIENCE);
        Reply reply = client.get(path);
        while (!condition.test(reply)) {
            assertThat(Instant.now()).as("%s", reply).isBefore(end);
            Thread.onSpinWait();
            reply = client.get(path);
        }
        return client;
    }
}
