package io.sluice.gateway.jwt;

import io.vertx.core.Future;
import java.util.Optional;

/** Where the keys of one issuer come from. */
@FunctionalInterface
public interface KeySource {

    /** Fails with UNAVAILABLE when the keys cannot be had now. */
    Future<Optional<VerificationKey>> key(String keyId);
}
