package io.sluice.gateway.oauth;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Issues access tokens: signed JWTs in the form of RFC 9068. */
final class AccessTokens {

    static final String TENANT = "tenant";
    static final String PROOF = "prf";

    private final SigningKeys keys;
    private final OAuthSettings settings;
    private final InstantSource clock;

    AccessTokens(SigningKeys keys, OAuthSettings settings, InstantSource clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param issuer what the client calls this service, without a slash at the end
     */
    Future<TokenReply> issue(AuthenticatedClient client, String issuer) {
        Instant now = clock.instant();
        long seconds = settings.tokenLifetime().toSeconds();
        String id = client.registration().client().id();
        JsonObject claims = new JsonObject()
                .put("iss", issuer)
                .put("aud", audience(issuer))
                .put("sub", id)
                .put("client_id", id)
                .put(TENANT, client.registration().tenant().id().slug())
                .put(PROOF, client.proof())
                .put("scope", Scopes.SCIM)
                .put("iat", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + seconds)
                .put("jti", UUID.randomUUID().toString());
        return keys.sign(claims).map(token -> new TokenReply.Issued(token, seconds));
    }

    /** The resource that our tokens are for. */
    static String audience(String issuer) {
        return issuer + "/scim/v2";
    }
}
