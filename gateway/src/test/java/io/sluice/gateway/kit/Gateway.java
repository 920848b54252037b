package io.sluice.gateway.kit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.control.Actor;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.config.ConfigReader;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.start.Node;
import io.sluice.gateway.start.NodeMode;
import io.sluice.gateway.start.Providers;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A node of its own on free ports, with everything in memory. */
public final class Gateway implements AutoCloseable {

    public static final String ADMIN_TOKEN = "admin-token-for-tests";
    private static final Actor TESTER = new Actor("tester", "admin", "127.0.0.1");

    private final Node node;

    private Gateway(Node node) {
        this.node = node;
    }

    public static Gateway start() {
        return start(Map.of());
    }

    /**
     * @param environment settings as environment variables
     */
    public static Gateway start(Map<String, String> environment) {
        return start(environment, Providers.found());
    }

    public static Gateway start(Map<String, String> environment, Providers providers) {
        return new Gateway(await(Node.start(config(environment), providers)));
    }

    /** A node that joins others. */
    public static Gateway start(Map<String, String> environment, NodeMode mode) {
        return new Gateway(await(Node.start(config(environment), Providers.found(), mode)));
    }

    public static Config config(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Map.of(
                "SLUICE_HTTP_HOST", "127.0.0.1",
                "SLUICE_HTTP_PORT", "0",
                "SLUICE_MANAGEMENT_HOST", "127.0.0.1",
                "SLUICE_MANAGEMENT_PORT", "0",
                "SLUICE_BACKEND_DEFAULT", "memory",
                "SLUICE_BACKEND_CONTROL", "memory",
                "SLUICE_ADMIN_TOKEN", ADMIN_TOKEN));
        all.putAll(environment);
        return new ConfigReader(all, Providers.found().sections())
                .read(Optional.empty())
                .config();
    }

    /** Makes a tenant and a token for it. */
    public Client tenant(String slug) {
        await(node.commands().tenants().create(slug, Optional.empty(), Optional.empty(), TESTER));
        return new Client(url() + "/tenants/" + slug + "/scim/v2", token(slug, Idp.ENTRA));
    }

    public String token(String slug, Idp idp) {
        return await(node.commands().tokens().generate(slug, idp, Optional.empty(), Optional.empty(), TESTER))
                .text()
                .reveal();
    }

    public Client admin() {
        return new Client(url() + "/admin/v1", ADMIN_TOKEN);
    }

    public Client management() {
        return new Client("http://127.0.0.1:" + node.managementPort(), "");
    }

    public String url() {
        return "http://127.0.0.1:" + node.port();
    }

    public int port() {
        return node.port();
    }

    public Node node() {
        return node;
    }

    @Override
    public void close() {
        node.close();
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A path into a JSON document, for assertions. */
    public static String text(JsonNode document, String pointer) {
        return document.at(pointer).asText();
    }
}
