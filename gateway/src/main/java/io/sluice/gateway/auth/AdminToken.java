package io.sluice.gateway.auth;

import io.sluice.core.control.AdministratorRole;
import io.vertx.core.Future;
import java.security.MessageDigest;
import java.util.Optional;

/** The administration bearer of the configuration: whoever holds it is the operator. */
public final class AdminToken implements AdminVerifier {

    private static final Optional<AdminPrincipal> OPERATOR =
            Optional.of(new AdminPrincipal("admin-token", new AdministratorRole.Operator()));

    private final byte[] digest;

    /**
     * @throws IllegalArgumentException when the secret is blank: it would let everybody in
     */
    public AdminToken(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The administration token is blank");
        }
        this.digest = TokenText.hash(secret).bytes();
    }

    @Override
    public Future<Optional<AdminPrincipal>> verify(String credential) {
        byte[] presented = TokenText.hash(credential).bytes();
        return Future.succeededFuture(MessageDigest.isEqual(digest, presented) ? OPERATOR : Optional.empty());
    }
}
