package io.sluice.gateway.auth;

import io.vertx.core.Future;
import java.util.Optional;

/** Finds out which administrator a bearer credential stands for. Called on an event loop; never blocks it. */
@FunctionalInterface
public interface AdminVerifier {

    /** Completes empty when the credential is none of an administrator's. */
    Future<Optional<AdminPrincipal>> verify(String credential);

    /** Asks {@code next} about what this one does not know. */
    default AdminVerifier or(AdminVerifier next) {
        return credential -> verify(credential)
                .compose(found -> found.isPresent() ? Future.succeededFuture(found) : next.verify(credential));
    }
}
