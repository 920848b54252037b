package io.sluice.gateway.auth;

import io.sluice.gateway.jwt.ParsedJwt;
import io.vertx.core.Future;
import java.util.Optional;

/** Sends each credential to the verifier of its kind: the two kinds cannot be mistaken for each other. */
public final class CredentialVerifier implements Verifier {

    private final Verifier opaque;
    private final Verifier jwt;

    public CredentialVerifier(Verifier opaque, Verifier jwt) {
        this.opaque = opaque;
        this.jwt = jwt;
    }

    @Override
    public Future<Optional<Principal>> verify(String credential) {
        return ParsedJwt.looksLike(credential) ? jwt.verify(credential) : opaque.verify(credential);
    }
}
