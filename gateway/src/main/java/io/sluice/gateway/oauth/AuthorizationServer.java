package io.sluice.gateway.oauth;

import io.sluice.core.control.ControlStore;
import io.sluice.core.control.SigningKeyStore;
import io.sluice.gateway.auth.Verifier;
import io.sluice.gateway.auth.VerifierSettings;
import io.sluice.gateway.jwt.JwksCache;
import io.sluice.gateway.jwt.JwtVerifier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;

/** Puts the parts of the authorization server together: token endpoint, metadata, published keys, and the verifier. */
public final class AuthorizationServer {

    private final TokenEndpoint endpoint;
    private final SigningKeys keys;
    private final Verifier verifier;
    private final Runnable forgetAll;

    public AuthorizationServer(
            Vertx vertx,
            ControlStore store,
            SigningKeyStore signingKeys,
            JwksCache foreignKeys,
            OAuthSettings settings,
            VerifierSettings trust,
            InstantSource clock) {
        JwtVerifier jwts = new JwtVerifier(clock);
        ClientDirectory clients = new ClientDirectory(vertx, store.oauthClients(), trust);
        this.keys = new SigningKeys(vertx, signingKeys, clock, settings.tokenLifetime());
        this.endpoint = new TokenEndpoint(
                new ClientAuthentication(clients, jwts, foreignKeys, settings.longestForeignToken(), clock),
                new AccessTokens(keys, settings, clock),
                new TokenAudit(clients, store.oauthClients(), store.audit(), clock));
        OwnTokenVerifier own = new OwnTokenVerifier(keys, clients, jwts, settings, clock);
        IssuerTokenVerifier foreign =
                new IssuerTokenVerifier(vertx, store.jwtIssuers(), foreignKeys, jwts, settings, trust, clock);
        this.verifier = new JwtBearerVerifier(own, foreign);
        this.forgetAll = () -> {
            clients.forgetAll();
            foreign.forgetAll();
        };
    }

    /** Clients and trusted issuers are asked for anew with their next use: a notification of a change only makes it faster. */
    public void forgetAll() {
        forgetAll.run();
    }

    public TokenEndpoint endpoint() {
        return endpoint;
    }

    /** Verifies access tokens in the form of JWTs, our own and those of issuers that tenants trust. */
    public Verifier verifier() {
        return verifier;
    }

    /** The JWK set (RFC 7517) of our own keys. */
    public Future<JsonObject> publishedKeys() {
        return keys.published();
    }

    /**
     * RFC 8414 section 2.
     *
     * @param issuer what the client calls this service, without a slash at the end
     */
    public static JsonObject metadata(String issuer) {
        return new JsonObject()
                .put("issuer", issuer)
                .put("token_endpoint", issuer + "/oauth2/token")
                .put("jwks_uri", issuer + "/oauth2/jwks")
                .put("scopes_supported", new JsonArray().add(Scopes.SCIM))
                .put("response_types_supported", new JsonArray())
                .put("grant_types_supported", new JsonArray().add("client_credentials"))
                .put(
                        "token_endpoint_auth_methods_supported",
                        new JsonArray()
                                .add("client_secret_basic")
                                .add("client_secret_post")
                                .add("private_key_jwt"))
                .put(
                        "token_endpoint_auth_signing_alg_values_supported",
                        new JsonArray()
                                .add("RS256")
                                .add("RS384")
                                .add("RS512")
                                .add("PS256")
                                .add("PS384")
                                .add("PS512")
                                .add("ES256")
                                .add("ES384")
                                .add("ES512"));
    }
}
