package io.sluice.directories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.conformance.LdapSettings;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.sluice.ldap.server.RequiresSlapd;
import io.sluice.ldap.server.Slapd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A directory that hangs or is away is felt by the tenants that live in it, and by nobody else. */
@RequiresSlapd
final class HungDirectoryTest {

    private static final int AT_ONCE = 100;
    private static final int ELSEWHERE = 200;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    @Test
    void theTenantsOfOtherBackendsAreServedWhileADirectoryHangs() {
        try (Slapd slapd = Slapd.start();
                Gateway gateway = Gateway.start(settings(slapd));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Client inDirectory = tenant(gateway, "in-directory", "ldap");
            Client elsewhere = tenant(gateway, "elsewhere", "memory");
            create(inDirectory, "before").expect(201);

            slapd.freeze();
            List<CompletableFuture<Reply>> stuck = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                String name = "stuck-" + i;
                stuck.add(CompletableFuture.supplyAsync(() -> create(inDirectory, name), threads));
            }
            int servedMeanwhile = 0;
            for (int i = 0; i < ELSEWHERE; i++) {
                create(elsewhere, "free-" + i).expect(201);
                servedMeanwhile += stuck.stream().allMatch(CompletableFuture::isDone) ? 0 : 1;
            }
            assertThat(servedMeanwhile).as("served while the others waited").isPositive();
            assertThat(stuck).allSatisfy(reply -> assertUnavailable(reply.join()));
            // By now the directory is not even asked any more.
            assertUnavailable(create(inDirectory, "later"));

            slapd.thaw();
            awaitService(inDirectory);
        }
    }

    @Test
    void aDirectoryThatComesBackIsUsedAgain() {
        try (Slapd slapd = Slapd.start();
                Gateway gateway = Gateway.start(settings(slapd))) {
            Client inDirectory = tenant(gateway, "in-directory", "ldap");
            create(inDirectory, "before").expect(201);

            slapd.kill();
            assertUnavailable(create(inDirectory, "away"));

            slapd.restart();
            awaitService(inDirectory);
            assertThat(inDirectory
                            .get("/Users?filter=userName%20eq%20%22before%22")
                            .at("/totalResults"))
                    .isEqualTo("1");
        }
    }

    private static Map<String, String> settings(Slapd slapd) {
        Map<String, String> settings = new HashMap<>(LdapSettings.of(slapd));
        settings.put("SLUICE_BACKEND_DEFAULT", "memory");
        settings.put("SLUICE_DISPATCH_DEADLINE", "2s");
        settings.put("SLUICE_DISPATCH_BREAKER_PAUSE", "100ms");
        return settings;
    }

    private static Client tenant(Gateway gateway, String slug, String backend) {
        gateway.admin()
                .post(
                        "/tenants",
                        "{\"id\":\"%s\",\"name\":\"T\",\"backend\":\"%s\"}".formatted(slug, backend),
                        "Content-Type",
                        "application/json")
                .expect(201);
        String token = gateway.admin()
                .post("/tenants/" + slug + "/tokens", "{\"idp\":\"entra\"}", "Content-Type", "application/json")
                .expect(201)
                .at("/token");
        return new Client(gateway.url() + "/tenants/" + slug + "/scim/v2", token);
    }

    private static Reply create(Client client, String name) {
        return client.post("/Users", """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s"}""".formatted(name));
    }

    private static void assertUnavailable(Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotEmpty();
    }

    private static void awaitService(Client client) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (int i = 0; create(client, "again-" + i).status() != 201; i++) {
            assertThat(System.nanoTime()).as("recovered in time").isLessThan(end);
        }
    }
}
