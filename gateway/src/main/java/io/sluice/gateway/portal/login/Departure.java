package io.sluice.gateway.portal.login;

import io.sluice.gateway.administrator.OidcAttempt;
import io.sluice.gateway.portal.session.Seal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A login that is under way at an OpenID provider. The browser keeps it in a cookie, so that any node can finish what another
 * began; state, nonce and code verifier are derived from its id with the portal's key and appear in no cookie.
 *
 * @param id random
 * @param until when it is too late to come back
 * @param next where the reader wanted to go
 */
record Departure(String id, Instant until, String next) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final int FIELDS = 4;
    private static final String PURPOSE = "oidc departure";

    static Departure begin(Instant until, String next) {
        byte[] id = new byte[BYTES];
        RANDOM.nextBytes(id);
        return new Departure(HexFormat.of().formatHex(id), until, next);
    }

    String cookie(Seal seal) {
        String body = body();
        return body + "." + seal.secret(PURPOSE, body);
    }

    private String body() {
        return id + "." + until.toEpochMilli() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty unless this portal made it and its time has not run out. */
    static Optional<Departure> read(String cookie, Seal seal, Instant now) {
        int end = cookie.lastIndexOf('.');
        if (end < 0 || !Seal.isSame(seal.secret(PURPOSE, cookie.substring(0, end)), cookie.substring(end + 1))) {
            return Optional.empty();
        }
        String[] parts = cookie.split("\\.", FIELDS);
        String next = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
        return Optional.of(new Departure(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])), next))
                .filter(departure -> now.isBefore(departure.until()));
    }

    OidcAttempt attempt(Seal seal, String redirectUri) {
        return new OidcAttempt(
                redirectUri,
                seal.secret("oidc state", id),
                seal.secret("oidc nonce", id),
                seal.secret("oidc verifier", id));
    }
}
