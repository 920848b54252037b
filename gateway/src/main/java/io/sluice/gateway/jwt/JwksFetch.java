package io.sluice.gateway.jwt;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Fetches a JWK set once, within the limits of the policy: no redirects, no private addresses, bounded time and size. */
public final class JwksFetch {

    private final Vertx vertx;
    private final JwksPolicy policy;
    private final AddressGuard guard;
    private final HttpClient client;

    public JwksFetch(Vertx vertx, JwksPolicy policy) {
        this(vertx, policy, new HttpClientOptions());
    }

    JwksFetch(Vertx vertx, JwksPolicy policy, HttpClientOptions options) {
        this.vertx = vertx;
        this.policy = policy;
        this.guard = new AddressGuard(vertx, policy);
        this.client = vertx.createHttpClient(
                new HttpClientOptions(options)
                        .setConnectTimeout((int) policy.timeout().toMillis())
                        .setKeepAlive(false)
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(2));
    }

    /**
     * Fails with IllegalArgumentException and the reason when the URI is not acceptable, or its host has an address that is not
     * public. A host that cannot be resolved at this moment is no reason: it is checked again with every fetch.
     */
    public Future<Void> check(URI uri) {
        try {
            guard.checkForm(uri);
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(e);
        }
        return guard.resolve(uri)
                .timeout(policy.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .<Void>mapEmpty()
                .recover(cause -> cause instanceof IllegalArgumentException
                        ? Future.failedFuture(cause)
                        : Future.succeededFuture());
    }

    /** Fails with a sentence that begins after "the keys cannot be fetched:". */
    Future<KeySet> fetch(URI uri) {
        try {
            guard.checkForm(uri);
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(e);
        }
        return guard.resolve(uri)
                .compose(address -> get(uri, address))
                .map(body -> KeySet.parse(vertx, body.toString(StandardCharsets.UTF_8)))
                .timeout(policy.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<Buffer> get(URI uri, SocketAddress address) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(address)
                .setHost(uri.getHost())
                .setPort(address.port())
                .setSsl(uri.getScheme().equalsIgnoreCase("https"))
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(policy.timeout().toMillis())
                .putHeader("Accept", "application/jwk-set+json, application/json");
        return client.request(options)
                .compose(request -> request.send().compose(this::body).onFailure(cause -> request.reset()));
    }

    private Future<Buffer> body(HttpClientResponse response) {
        Promise<Buffer> whole = Promise.promise();
        response.exceptionHandler(whole::tryFail);
        if (response.statusCode() != 200) {
            return Future.failedFuture(
                    new IllegalArgumentException("the answer has the status " + response.statusCode() + ", not 200"));
        }
        Buffer collected = Buffer.buffer();
        response.handler(part -> {
            if (collected.length() + part.length() > policy.maxBytes()) {
                whole.tryFail(
                        new IllegalArgumentException("the answer is larger than " + policy.maxBytes() + " bytes"));
            } else {
                collected.appendBuffer(part);
            }
        });
        response.endHandler(ignored -> whole.tryComplete(collected));
        return whole.future();
    }
}
