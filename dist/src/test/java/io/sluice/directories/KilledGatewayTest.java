package io.sluice.directories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import io.sluice.gateway.kit.Client;
import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.RequiresSlapd;
import io.sluice.ldap.server.Slapd;
import io.sluice.postgres.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL of a gateway between changes in a directory and their audit events in PostgreSQL: the next process with the journal
 * writes each event once.
 */
@RequiresSlapd
final class KilledGatewayTest {

    private static final String TENANT = "acme";
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final String USER = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s"}""";

    @TempDir
    Path directory;

    @Test
    void noChangeIsWithoutItsEventAndNoneHasTwo() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (Slapd slapd = Slapd.start();
                LDAPConnection people = new LDAPConnection(
                        "127.0.0.1", slapd.port(), DirectoryServer.BIND_DN, DirectoryServer.BIND_PASSWORD)) {
            Path config = config(slapd, database);
            ServeProcess first = ServeProcess.start(config, directory);
            Client scim = tenant(first);
            String patched = create(scim, "patched");
            String renamed = create(scim, "renamed");
            String deleted = create(scim, "deleted");
            String group = scim.post("/Groups", """
                            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Everybody"}""").expect(201).at("/id");
            List<JsonNode> before = events(first.admin());

            try (Connection blocking = database.connect();
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                blocking.setAutoCommit(false);
                execute(blocking, "LOCK TABLE audit_event IN EXCLUSIVE MODE");
                for (String name : List.of("created-1", "created-2", "created-3")) {
                    threads.execute(() -> ignoringTheEnd(() -> scim.post("/Users", USER.formatted(name))));
                }
                threads.execute(() -> ignoringTheEnd(() -> scim.patch("/Users/" + patched, patch("title", "\"Dr\""))));
                threads.execute(
                        () -> ignoringTheEnd(() -> scim.patch("/Users/" + renamed, patch("userName", "\"found\""))));
                threads.execute(() -> ignoringTheEnd(() -> scim.patch("/Groups/" + group, """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
                        {"op":"add","path":"members","value":[{"value":"%s"}]}]}""".formatted(patched))));
                threads.execute(() -> ignoringTheEnd(() -> scim.delete("/Users/" + deleted)));
                // Each has reached the directory, and its event waits.
                awaitFound(people, "(uid=created-*)", 3);
                awaitFound(people, "(title=Dr)", 1);
                awaitRenamed(people);
                awaitFound(people, "(member=uid=patched,ou=people,ou=acme," + DirectoryServer.SUFFIX + ")", 1);
                awaitFound(people, "(uid=deleted)", 0);
                first.kill();
                execute(
                        blocking,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND pid <> pg_backend_pid()");
                blocking.rollback();
            }

            try (ServeProcess second = ServeProcess.start(config, directory)) {
                List<JsonNode> after = events(second.admin());
                List<JsonNode> late = after.subList(0, after.size() - before.size());
                assertThat(late)
                        .extracting(event -> event.path("action").asText())
                        .containsExactlyInAnyOrder(
                                "User Created",
                                "User Created",
                                "User Created",
                                "User Updated",
                                "User Updated",
                                "Group Updated",
                                "User Deleted");
                assertThat(late)
                        .extracting(event -> event.path("target").asText())
                        .contains("User/" + patched, "User/" + renamed, "Group/" + group, "User/" + deleted)
                        .doesNotHaveDuplicates();
                assertThat(late)
                        .extracting(event -> event.path("outcome").asText())
                        .containsOnly("success");
                assertThat(after).extracting(event -> event.path("id").asText()).doesNotHaveDuplicates();
            }
        }
    }

    private Path config(Slapd slapd, TestDatabase database) throws IOException {
        return Files.writeString(directory.resolve("sluice.yaml"), """
                http: {host: 127.0.0.1, port: 0}
                management: {host: 127.0.0.1, port: 0}
                backend: {default: ldap, control: postgres}
                postgres: {uri: "%s"}
                ldap:
                  servers: [ldap://127.0.0.1:%d]
                  bindDn: %s
                  bindPassword: %s
                  users: ou=people,ou={tenant},%s
                  groups: ou=groups,ou={tenant},%s
                  audit: {journal: %s}
                """.formatted(
                        database.uri(),
                        slapd.port(),
                        DirectoryServer.BIND_DN,
                        DirectoryServer.BIND_PASSWORD,
                        DirectoryServer.SUFFIX,
                        DirectoryServer.SUFFIX,
                        directory.resolve("journal")));
    }

    private static Client tenant(ServeProcess gateway) {
        gateway.admin()
                .post("/tenants", "{\"id\":\"" + TENANT + "\",\"name\":\"T\"}", "Content-Type", "application/json")
                .expect(201);
        String token = gateway.admin()
                .post("/tenants/" + TENANT + "/tokens", "{\"idp\":\"entra\"}", "Content-Type", "application/json")
                .expect(201)
                .at("/token");
        return gateway.tenant(TENANT, token);
    }

    private static String create(Client scim, String name) {
        return scim.post("/Users", USER.formatted(name)).expect(201).at("/id");
    }

    private static String patch(String path, String value) {
        return """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
                {"op":"replace","path":"%s","value":%s}]}""".formatted(path, value);
    }

    /** Who asked is not answered any more. */
    private static void ignoringTheEnd(Runnable request) {
        try {
            request.run();
        } catch (RuntimeException | AssertionError e) {
            // The gateway is gone.
        }
    }

    private static void awaitFound(LDAPConnection directory, String filter, int count) throws LDAPException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (directory
                        .search(DirectoryServer.SUFFIX, SearchScope.SUB, filter, "1.1")
                        .getEntryCount()
                != count) {
            assertThat(System.nanoTime()).as(filter + " in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** The document follows the new name. */
    private static void awaitRenamed(LDAPConnection directory) throws LDAPException {
        awaitFound(directory, "(uid=found)", 1);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!directory
                .searchForEntry(DirectoryServer.SUFFIX, SearchScope.SUB, "(uid=found)", "scimResource")
                .getAttributeValue("scimResource")
                .contains("found")) {
            assertThat(System.nanoTime()).as("renamed in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static List<JsonNode> events(Client admin) {
        List<JsonNode> events = new ArrayList<>();
        admin.get("/tenants/" + TENANT + "/audit?limit=100")
                .expect(200)
                .json()
                .path("items")
                .forEach(events::add);
        return events;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
