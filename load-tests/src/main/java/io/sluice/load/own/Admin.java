package io.sluice.load.own;

import io.sluice.load.drive.Target;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Makes tenants to send load to, through the administration API. Blocks. */
public final class Admin {

    private final URI base;
    private final String token;

    /**
     * @param base scheme, host and port of the gateway
     * @param token the administration bearer, a secret
     */
    public Admin(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Makes a tenant and a credential for it. */
    public Target tenant(String id) {
        post("/admin/v1/tenants", new JsonObject().put("id", id).put("name", "Load " + id));
        JsonObject credential = post(
                "/admin/v1/tenants/" + id + "/tokens",
                new JsonObject().put("idp", "entra").put("name", "load"));
        return new Target(base.resolve("/tenants/" + id + "/scim/v2"), credential.getString("token"));
    }

    private JsonObject post(String path, JsonObject body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 201) {
                throw new IllegalStateException(path + " answered " + response.statusCode());
            }
            return new JsonObject(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + base + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
