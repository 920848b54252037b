package io.sluice.gateway.oauth;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.jwt.ParsedJwt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** How a client says who it is. */
sealed interface ClientProof {

    String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    String clientId();

    /** RFC 6749 section 2.3.1. */
    record BySecret(String clientId, String secret) implements ClientProof {
        @Override
        public String toString() {
            return "BySecret[" + clientId + "]";
        }
    }

    /** RFC 7523 section 2.2. */
    record ByAssertion(String clientId, ParsedJwt assertion) implements ClientProof {}

    /**
     * @throws ScimException BAD_REQUEST for two ways at once, UNAUTHORIZED when there is none
     */
    static ClientProof read(List<String> authorization, FormBody form) {
        boolean basic = !authorization.isEmpty();
        boolean body = form.get("client_secret").isPresent();
        boolean assertion = form.get("client_assertion").isPresent();
        if (authorization.size() > 1 || (basic ? 1 : 0) + (body ? 1 : 0) + (assertion ? 1 : 0) > 1) {
            throw ScimException.of(
                    ErrorKind.BAD_REQUEST, "The client authenticates in more than one way; use exactly one.");
        }
        if (basic) {
            return basic(authorization.getFirst(), form);
        }
        if (assertion) {
            return assertion(form);
        }
        String clientId = form.get("client_id").orElseThrow(ClientProof::missing);
        return new BySecret(clientId, form.get("client_secret").orElseThrow(ClientProof::missing));
    }

    private static ClientProof basic(String header, FormBody form) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            throw missing();
        }
        String decoded;
        try {
            decoded = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ScimException.of(ErrorKind.UNAUTHORIZED, "The Basic credentials are not Base64.");
        }
        int colon = decoded.indexOf(':');
        if (colon < 1) {
            throw ScimException.of(ErrorKind.UNAUTHORIZED, "The Basic credentials have no client id and secret.");
        }
        String clientId = FormBody.decode(decoded.substring(0, colon));
        if (form.get("client_id").filter(other -> !other.equals(clientId)).isPresent()) {
            throw ScimException.of(ErrorKind.BAD_REQUEST, "The client_id differs from the one in the header.");
        }
        return new BySecret(clientId, FormBody.decode(decoded.substring(colon + 1)));
    }

    private static ClientProof assertion(FormBody form) {
        if (!form.get("client_assertion_type").equals(Optional.of(ASSERTION_TYPE))) {
            throw ScimException.of(ErrorKind.BAD_REQUEST, "The client_assertion_type must be " + ASSERTION_TYPE + ".");
        }
        ParsedJwt jwt = ParsedJwt.parse(form.get("client_assertion").orElse(""));
        // RFC 7523 section 3: without a client_id the subject is the client.
        String clientId = form.get("client_id")
                .or(() -> io.sluice.gateway.jwt.Claims.text(jwt.claims(), "sub"))
                .orElseThrow(ClientProof::missing);
        return new ByAssertion(clientId, jwt);
    }

    private static ScimException missing() {
        return ScimException.of(
                ErrorKind.UNAUTHORIZED,
                "The client does not authenticate: send client_id and client_secret, or a client_assertion.");
    }
}
