package io.sluice.gateway.administrator;

import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.ApiKeyHolder;
import io.sluice.core.control.TokenHash;
import io.sluice.gateway.auth.AdminPrincipal;
import io.sluice.gateway.auth.AdminVerifier;
import io.sluice.gateway.auth.FreshLookUps;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.auth.VerifierSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;

/** Verifies the API keys of administrators; a removed key is refused within the trust window. */
public final class ApiKeyVerifier implements AdminVerifier {

    /** What every key begins with. */
    public static final String PREFIX = "sla_";

    private final FreshLookUps<TokenHash, ApiKeyHolder> keys;
    private final InstantSource clock;

    public ApiKeyVerifier(Vertx vertx, AdministratorStore store, VerifierSettings settings, InstantSource clock) {
        this.keys = new FreshLookUps<>(vertx, "API keys", store::lookUpKeys, settings);
        this.clock = clock;
    }

    /** What is known is asked for anew with its next use. */
    public void forgetAll() {
        keys.forgetAll();
    }

    @Override
    public Future<Optional<AdminPrincipal>> verify(String credential) {
        if (!TokenText.isWellFormed(PREFIX, credential)) {
            return Future.succeededFuture(Optional.empty());
        }
        return keys.find(TokenText.hash(credential))
                .map(found -> found.filter(
                                holder -> clock.instant().isBefore(holder.key().expiresAt()))
                        .map(holder -> new AdminPrincipal(
                                holder.administrator().name(),
                                holder.administrator().role())));
    }
}
