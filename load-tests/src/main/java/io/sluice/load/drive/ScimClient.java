package io.sluice.load.drive;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sends requests with as little cost of its own as possible: answers are read whole, and parsed only when asked for. */
public final class ScimClient {

    private static final int KEEP_ALIVE_SECONDS = 10;

    private final HttpClient client;
    private final Target target;
    private final String authorization;

    /** An answer: status and body. */
    public record Answer(int status, Buffer body) {

        public JsonObject json() {
            return body.length() == 0 ? new JsonObject() : body.toJsonObject();
        }
    }

    public ScimClient(Vertx vertx, Target target, int connections) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost(target.url().getHost())
                        .setDefaultPort(target.port())
                        .setSsl(target.tls())
                        // Shorter than any server's: a request that meets the server's closing would count as its
                        // failure.
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(connections));
        this.target = target;
        this.authorization = "Bearer " + target.token();
    }

    public Future<Answer> get(String path) {
        return send(HttpMethod.GET, path, Buffer.buffer());
    }

    public Future<Answer> find(String endpoint, String filter) {
        return get(endpoint + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    public Future<Answer> post(String path, String body) {
        return send(HttpMethod.POST, path, Buffer.buffer(body));
    }

    public Future<Answer> patch(String path, String body) {
        return send(HttpMethod.PATCH, path, Buffer.buffer(body));
    }

    public Future<Answer> put(String path, String body) {
        return send(HttpMethod.PUT, path, Buffer.buffer(body));
    }

    public Future<Answer> delete(String path) {
        return send(HttpMethod.DELETE, path, Buffer.buffer());
    }

    private Future<Answer> send(HttpMethod method, String path, Buffer body) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setURI(target.path(path))
                .putHeader("Authorization", authorization)
                .putHeader("Accept", "application/scim+json");
        if (body.length() > 0) {
            options.putHeader("Content-Type", "application/scim+json");
        }
        return client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.body().map(read -> new Answer(response.statusCode(), read)));
    }

    public Future<Void> close() {
        return client.close();
    }
}
