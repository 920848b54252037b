package io.sluice.gateway.oauth;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** What the token endpoint answers (RFC 6749 section 5). */
public sealed interface TokenReply {

    int status();

    JsonObject body();

    /** A secret. */
    record Issued(String token, long expiresInSeconds) implements TokenReply {

        @Override
        public int status() {
            return 200;
        }

        @Override
        public JsonObject body() {
            return new JsonObject()
                    .put("access_token", token)
                    .put("token_type", "Bearer")
                    .put("expires_in", expiresInSeconds)
                    .put("scope", Scopes.SCIM);
        }

        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    /**
     * @param code of RFC 6749 section 5.2
     * @param description a sentence for the developer of the client, in ASCII without quotation marks and backslashes
     * @param challenge whether the answer says that Basic authentication would do
     */
    record Refused(int status, String code, String description, boolean challenge, Optional<Duration> retryAfter)
            implements TokenReply {

        static Refused badRequest(String code, String description) {
            return new Refused(400, code, description, false, Optional.empty());
        }

        @Override
        public JsonObject body() {
            return new JsonObject().put("error", code).put("error_description", description);
        }
    }
}
