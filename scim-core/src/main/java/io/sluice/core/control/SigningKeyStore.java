package io.sluice.core.control;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** The keys of our own token signatures, shared by all nodes. */
public interface SigningKeyStore {

    /** Those that still verify at {@code now}, newest first. */
    Future<List<SigningKey>> live(Instant now);

    /**
     * Stores the candidate unless a key exists that signs beyond {@code unlessSignsBeyond}, so that of many nodes one makes
     * the key; removes what no longer verifies at {@code now}. Answers all live keys, newest first.
     */
    Future<List<SigningKey>> rotate(SigningKey candidate, Instant unlessSignsBeyond, Instant now);
}
