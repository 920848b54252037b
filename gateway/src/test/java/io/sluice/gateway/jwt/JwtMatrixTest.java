package io.sluice.gateway.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way of forging or stretching a token that reference material knows of is refused. */
@ExtendWith(VertxExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JwtMatrixTest {

    private static final KeyPair RSA = Forge.rsa();
    private static final KeyPair EC = Forge.ec();
    private static final KeyPair FOREIGN = Forge.rsa();
    private static final JwtRules RULES = new JwtRules(
            "https://issuer.example",
            Set.of("https://sluice.example"),
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256),
            Set.of("at+jwt"),
            true,
            Duration.ofHours(24),
            JwtRules.USUAL_LEEWAY);

    private KeySource keys = keyId -> Future.succeededFuture(Optional.empty());

    @BeforeAll
    void publishKeys(Vertx vertx) {
        KeySet set = KeySet.parse(
                vertx, Forge.jwks(Forge.jwk("rsa", RSA), Forge.jwk("ec", EC)).encode());
        keys = keyId -> Future.succeededFuture(set.find(keyId));
    }

    @Test
    void acceptsAProperRsaToken() {
        assertThat(verify(Forge.sign(RSA, header().encode(), claims().encode()))
                        .get("sub")
                        .asText())
                .isEqualTo("app");
    }

    @Test
    void acceptsAProperEcToken() {
        String header = header().put("alg", "ES256").put("kid", "ec").encode();

        assertThat(verify(Forge.sign(EC, header, claims().encode()))).isNotNull();
    }

    @Test
    void acceptsOneOfSeveralAudiencesAndALongMediaType() {
        String header = header().put("typ", "application/at+jwt").encode();
        String claims = claims().put("aud", new JsonArray().add("other").add("https://sluice.example"))
                .encode();

        assertThat(verify(Forge.sign(RSA, header, claims))).isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refuses(String name, Supplier<String> token) {
        assertThatThrownBy(() -> verify(token.get())).isInstanceOfSatisfying(ScimException.class, refused -> {
            assertThat(refused.error().kind().status()).isEqualTo(401);
            assertThat(refused.getMessage()).doesNotContain(token.get()).startsWith("The token is refused: ");
        });
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> forgeries() {
        return Stream.of(badHeaders(), badClaims(), badForms())
                .flatMap(map -> map.entrySet().stream())
                .map(entry -> org.junit.jupiter.params.provider.Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static Map<String, Supplier<String>> badHeaders() {
        return Map.ofEntries(
                Map.entry("alg none", () -> withHeader(header().put("alg", "none"))),
                Map.entry("alg none in other case", () -> withHeader(header().put("alg", "nOnE"))),
                Map.entry("no alg", () -> withHeader(without(header(), "alg"))),
                Map.entry(
                        "HS256 with the public key as its secret",
                        () -> Forge.hmac(RSA, header().put("alg", "HS256").encode(), claims().encode())),
                Map.entry("RS256 header over an HMAC", () -> Forge.hmac(RSA, header().encode(), claims().encode())),
                Map.entry("an algorithm that the issuer may not use", () -> withHeader(header().put("alg", "RS512"))),
                Map.entry("an algorithm of another key type", () -> withHeader(header().put("alg", "ES256"))),
                Map.entry("unknown crit", () -> withHeader(header().put("crit", new JsonArray().add("x-unknown")))),
                Map.entry("empty crit", () -> withHeader(header().put("crit", new JsonArray()))),
                Map.entry("unencoded payload", () -> withHeader(header().put("b64", false))),
                Map.entry("typ of an ID token", () -> withHeader(header().put("typ", "JWT"))),
                Map.entry("no typ", () -> withHeader(without(header(), "typ"))),
                Map.entry("typ as a number", () -> withHeader(header().put("typ", 1))),
                Map.entry("no kid", () -> withHeader(without(header(), "kid"))),
                Map.entry("blank kid", () -> withHeader(header().put("kid", " "))),
                Map.entry("kid as a number", () -> withHeader(header().put("kid", 7))),
                Map.entry("unknown kid", () -> withHeader(header().put("kid", "other"))),
                Map.entry("kid as a path", () -> withHeader(header().put("kid", "../../dev/null"))),
                Map.entry(
                        "duplicate header names",
                        () -> Forge.sign(
                                RSA,
                                "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":\"at+jwt\"}",
                                claims().encode())),
                Map.entry(
                        "jku to the attacker's keys",
                        () -> Forge.sign(
                                FOREIGN,
                                header().put("jku", "https://attacker.example/keys")
                                        .encode(),
                                claims().encode())),
                Map.entry(
                        "the attacker's key embedded",
                        () -> Forge.sign(
                                FOREIGN,
                                header().put("jwk", Forge.jwk("rsa", FOREIGN)).encode(),
                                claims().encode())),
                Map.entry(
                        "x5c of the attacker",
                        () -> Forge.sign(
                                FOREIGN,
                                header().put("x5c", new JsonArray().add("MIIB")).encode(),
                                claims().encode())),
                Map.entry("a foreign key", () -> Forge.sign(FOREIGN, header().encode(), claims().encode())));
    }

    private static Map<String, Supplier<String>> badClaims() {
        long now = InstantSource.system().instant().getEpochSecond();
        return Map.ofEntries(
                Map.entry("wrong iss", () -> withClaims(claims().put("iss", "https://other.example"))),
                Map.entry("iss with a slash more", () -> withClaims(claims().put("iss", "https://issuer.example/"))),
                Map.entry("no iss", () -> withClaims(without(claims(), "iss"))),
                Map.entry("iss as an array", () -> withClaims(claims().put("iss", new JsonArray()))),
                Map.entry("wrong aud", () -> withClaims(claims().put("aud", "https://other.example"))),
                Map.entry("no aud", () -> withClaims(without(claims(), "aud"))),
                Map.entry("aud as an object", () -> withClaims(claims().put("aud", new JsonObject()))),
                Map.entry("expired", () -> withClaims(claims().put("exp", now - 31))),
                Map.entry("no exp", () -> withClaims(without(claims(), "exp"))),
                Map.entry("exp years ahead", () -> withClaims(claims().put("exp", now + 10L * 365 * 86_400))),
                Map.entry("exp as a string", () -> withClaims(claims().put("exp", String.valueOf(now + 60)))),
                Map.entry("exp as a fraction", () -> withClaims(claims().put("exp", now + 60.5))),
                Map.entry("exp beyond all time", () -> withClaims(claims().put("exp", Long.MAX_VALUE))),
                Map.entry("exp negative", () -> withClaims(claims().put("exp", -1))),
                Map.entry("exp null", () -> withClaims(claims().putNull("exp"))),
                Map.entry("nbf ahead", () -> withClaims(claims().put("nbf", now + 600))),
                Map.entry("iat ahead", () -> withClaims(claims().put("iat", now + 600))),
                Map.entry("nbf as a string", () -> withClaims(claims().put("nbf", "soon"))),
                Map.entry(
                        "duplicate claims",
                        () -> Forge.sign(
                                RSA,
                                header().encode(),
                                claims().encode().replaceFirst("\\{", "{\"iss\":\"https://other.example\","))));
    }

    private static Map<String, Supplier<String>> badForms() {
        return Map.ofEntries(
                Map.entry("padded signature", () -> good() + "=="),
                Map.entry("padded header", () -> padded(good())),
                Map.entry("no signature", () -> good().substring(0, good().lastIndexOf('.') + 1)),
                Map.entry("two parts", () -> good().substring(0, good().lastIndexOf('.'))),
                Map.entry("four parts", () -> good() + ".x"),
                Map.entry("five parts", () -> good() + ".x.y"),
                Map.entry("nothing but dots", () -> ".."),
                Map.entry("stray bits in the signature", () -> strayBits(good())),
                Map.entry("changed payload", () -> swap(good(), claims().put("sub", "boss"))),
                Map.entry("a line break", () -> good() + "\n"),
                Map.entry("standard alphabet", () -> good().replace('-', '+').replace('_', '/') + "+"),
                Map.entry("header not JSON", () -> Forge.sign(RSA, "alg", claims().encode())),
                Map.entry("header an array", () -> Forge.sign(RSA, "[]", claims().encode())),
                Map.entry("payload not JSON", () -> Forge.sign(RSA, header().encode(), "sub=app")),
                Map.entry("payload with a tail", () -> Forge.sign(RSA, header().encode(), claims() + "{}")),
                Map.entry("payload nested deep", () -> Forge.sign(RSA, header().encode(), "[".repeat(500))),
                Map.entry("huge", () -> withClaims(claims().put("x", "x".repeat(ParsedJwt.MAX_LENGTH)))));
    }

    private ObjectNode verify(String token) {
        try {
            return new JwtVerifier(InstantSource.system())
                    .verify(ParsedJwt.parse(token), RULES, keys)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ScimException refused ? refused : e;
        }
    }

    private static String good() {
        return Forge.sign(RSA, header().encode(), claims().encode());
    }

    private static String withHeader(JsonObject header) {
        return Forge.sign(RSA, header.encode(), claims().encode());
    }

    private static String withClaims(JsonObject claims) {
        return Forge.sign(RSA, header().encode(), claims.encode());
    }

    private static String padded(String token) {
        String header = token.substring(0, token.indexOf('.'));
        return header + "=".repeat(4 - header.length() % 4) + token.substring(token.indexOf('.'));
    }

    /** The last character of a 256-byte signature carries four bits that decoders drop. */
    private static String strayBits(String token) {
        char last = token.charAt(token.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return token.substring(0, token.length() - 1) + alphabet.charAt(alphabet.indexOf(last) + 1);
    }

    private static String swap(String token, JsonObject claims) {
        String[] parts = token.split("\\.");
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.encode().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return parts[0] + "." + payload + "." + parts[2];
    }

    private static JsonObject without(JsonObject object, String name) {
        object.remove(name);
        return object;
    }

    private static JsonObject header() {
        return new JsonObject().put("alg", "RS256").put("kid", "rsa").put("typ", "at+jwt");
    }

    private static JsonObject claims() {
        long now = InstantSource.system().instant().getEpochSecond();
        return new JsonObject()
                .put("iss", "https://issuer.example")
                .put("aud", "https://sluice.example")
                .put("sub", "app")
                .put("scope", "scim")
                .put("iat", now)
                .put("exp", now + 600);
    }
}
