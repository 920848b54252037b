package io.sluice.gateway.oauth;

import io.sluice.core.control.RegisteredClient;

/**
 * A client that proved who it is.
 *
 * @param proof the id of the secret that it used, or {@link #FEDERATION}
 */
record AuthenticatedClient(RegisteredClient registration, String proof) {

    static final String FEDERATION = "federation";

    /** Whether the proof still holds, so that removing a secret ends the tokens that it got. */
    static boolean holds(RegisteredClient registration, String proof) {
        return proof.equals(FEDERATION)
                ? registration.client().federation().isPresent()
                : registration.client().secrets().stream()
                        .anyMatch(secret -> secret.id().equals(proof));
    }
}
