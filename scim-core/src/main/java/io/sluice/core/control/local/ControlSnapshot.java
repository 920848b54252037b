package io.sluice.core.control.local;

import io.sluice.core.control.AdministratorAccount;
import io.sluice.core.control.ApiKeyHolder;
import io.sluice.core.control.SigningKey;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TokenHash;
import java.util.List;

/** Everything that the control plane knows, as a value. Holds secrets' hashes and private keys: not to be logged. */
public record ControlSnapshot(
        int lastNumber,
        List<Tenant> tenants,
        List<LocalToken> tokens,
        List<LocalOAuthClient> clients,
        List<LocalJwtIssuer> issuers,
        List<AdministratorAccount> accounts,
        List<HeldKey> keys,
        List<SigningKey> signingKeys,
        List<LocalConnection> connections) {

    public static final ControlSnapshot EMPTY = new ControlSnapshot(
            0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ControlSnapshot {
        tenants = List.copyOf(tenants);
        tokens = List.copyOf(tokens);
        clients = List.copyOf(clients);
        issuers = List.copyOf(issuers);
        accounts = List.copyOf(accounts);
        keys = List.copyOf(keys);
        signingKeys = List.copyOf(signingKeys);
        connections = List.copyOf(connections);
    }

    /** An administrator's API key by the hash of its secret. */
    public record HeldKey(TokenHash hash, ApiKeyHolder holder) {}

    @Override
    public String toString() {
        return "ControlSnapshot[" + tenants.size() + " tenants]";
    }
}
