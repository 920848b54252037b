package io.sluice.gateway.auth;

import io.vertx.core.Future;
import java.util.Optional;

/** Finds out who a bearer credential stands for. Called on an event loop; never blocks it. */
@FunctionalInterface
public interface Verifier {

    /**
     * Completes empty when the credential is unknown, inactive, expired, removed or malformed: the caller must not be able to
     * tell which. Fails with UNAVAILABLE when it cannot be checked now. Completes on the calling event loop.
     *
     * @param credential the text after {@code Bearer}
     */
    Future<Optional<Principal>> verify(String credential);
}
