package io.sluice.gateway.portal;

import io.sluice.gateway.jwt.Forge;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A small OpenID provider: checks client, redirect address, code, and PKCE as a real one does, and signs with a real key. */
public final class StubProvider implements AutoCloseable {

    public static final String CLIENT = "sluice";
    public static final String SECRET = "provider-secret-do-not-log";

    private final KeyPair key = Forge.rsa();
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    /** What the next id token says beside what every token says. */
    private volatile JsonObject person = new JsonObject();

    private volatile KeyPair signing = key;

    public StubProvider() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    public void person(String email, String... groups) {
        person = new JsonObject().put("email", email).put("groups", new JsonArray(java.util.List.of(groups)));
    }

    void claim(String name, Object value) {
        person = person.copy().put(name, value);
    }

    void signWith(KeyPair other) {
        signing = other;
    }

    KeyPair ownKey() {
        return key;
    }

    private void answer(HttpServerRequest request, Buffer body) {
        switch (String.valueOf(request.path())) {
            case "/.well-known/openid-configuration" -> json(request, 200, configuration());
            case "/keys" -> json(request, 200, Forge.jwks(Forge.jwk("k", key)));
            case "/authorize" -> authorize(request);
            case "/token" -> token(request, fields(body.toString()));
            default -> json(request, 404, new JsonObject());
        }
    }

    private JsonObject configuration() {
        return new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/keys");
    }

    private void authorize(HttpServerRequest request) {
        Map<String, String> asked = fields(String.valueOf(request.query()));
        boolean whole = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.containsKey("state")
                && asked.containsKey("nonce");
        if (!whole) {
            json(request, 400, new JsonObject().put("error", "invalid_request"));
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        request.response()
                .setStatusCode(302)
                .putHeader("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"))
                .end();
    }

    private void token(HttpServerRequest request, Map<String, String> form) {
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean known = basic.equals(request.getHeader("Authorization")) || SECRET.equals(form.get("client_secret"));
        if (asked == null
                || !known
                || !String.valueOf(asked.get("redirect_uri")).equals(form.get("redirect_uri"))
                || !challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            json(request, 400, new JsonObject().put("error", "invalid_grant"));
            return;
        }
        long now = java.time.Instant.now().getEpochSecond();
        JsonObject claims = new JsonObject()
                .put("iss", issuer())
                .put("aud", CLIENT)
                .put("sub", "subject-1")
                .put("nonce", asked.get("nonce"))
                .put("iat", now)
                .put("exp", now + 300)
                .mergeIn(person);
        json(
                request,
                200,
                new JsonObject()
                        .put("access_token", "opaque")
                        .put("token_type", "Bearer")
                        .put(
                                "id_token",
                                Forge.sign(
                                        signing,
                                        "{\"alg\":\"RS256\",\"kid\":\"k\",\"typ\":\"JWT\"}",
                                        claims.encode())));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void json(HttpServerRequest request, int status, JsonObject answer) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(answer.encode());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
