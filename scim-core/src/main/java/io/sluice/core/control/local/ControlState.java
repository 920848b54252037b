package io.sluice.core.control.local;

import io.sluice.core.control.AdministratorAccount;
import io.sluice.core.control.ApiKeyHolder;
import io.sluice.core.control.Connection;
import io.sluice.core.control.SigningKey;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the stores of the control plane share; whoever touches it does so in a transaction. */
public final class ControlState {

    private final NavigableMap<String, Tenant> tenants = new TreeMap<>();
    private final Map<String, LocalToken> tokens = new LinkedHashMap<>();
    private final Map<String, LocalOAuthClient> clients = new LinkedHashMap<>();
    private final Map<String, LocalJwtIssuer> issuers = new LinkedHashMap<>();
    private final Map<String, AdministratorAccount> accounts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<TokenHash, ApiKeyHolder> keys = new LinkedHashMap<>();
    private final List<SigningKey> signingKeys = new ArrayList<>();
    private final NavigableMap<String, LocalConnection> connections = new TreeMap<>();
    private int lastNumber;

    public ControlSnapshot snapshot() {
        return new ControlSnapshot(
                lastNumber,
                List.copyOf(tenants.values()),
                List.copyOf(tokens.values()),
                List.copyOf(clients.values()),
                List.copyOf(issuers.values()),
                List.copyOf(accounts.values()),
                keys.entrySet().stream()
                        .map(entry -> new ControlSnapshot.HeldKey(entry.getKey(), entry.getValue()))
                        .toList(),
                signingKeys,
                List.copyOf(connections.values()));
    }

    public void restore(ControlSnapshot snapshot) {
        lastNumber = snapshot.lastNumber();
        tenants.clear();
        snapshot.tenants().forEach(tenant -> tenants.put(tenant.id().slug(), tenant));
        tokens.clear();
        snapshot.tokens().forEach(token -> tokens.put(token.token().id(), token));
        clients.clear();
        snapshot.clients().forEach(client -> clients.put(client.client().id(), client));
        issuers.clear();
        snapshot.issuers().forEach(issuer -> issuers.put(issuer.issuer().id(), issuer));
        accounts.clear();
        snapshot.accounts()
                .forEach(account -> accounts.put(account.administrator().name(), account));
        keys.clear();
        snapshot.keys().forEach(key -> keys.put(key.hash(), key.holder()));
        signingKeys.clear();
        signingKeys.addAll(snapshot.signingKeys());
        connections.clear();
        snapshot.connections().forEach(connection -> connections.put(connection.key(), connection));
    }

    NavigableMap<String, Tenant> tenants() {
        return tenants;
    }

    /** By the id of the token, in the order in which they were made. */
    Map<String, LocalToken> tokens() {
        return tokens;
    }

    /** By {@code client_id}, oldest first. */
    Map<String, LocalOAuthClient> clients() {
        return clients;
    }

    /** By id, oldest first. */
    Map<String, LocalJwtIssuer> issuers() {
        return issuers;
    }

    /** By name in any case. */
    Map<String, AdministratorAccount> accounts() {
        return accounts;
    }

    /** By the hash of the secret, oldest first. */
    Map<TokenHash, ApiKeyHolder> keys() {
        return keys;
    }

    /** Newest first. */
    List<SigningKey> signingKeys() {
        return signingKeys;
    }

    /** By {@link LocalConnection#key}. */
    NavigableMap<String, LocalConnection> connections() {
        return connections;
    }

    /** Makes the connection with its first credential. */
    void connect(String tenant, String idp, Instant now) {
        LocalConnection made = new LocalConnection(tenant, new Connection(idp, false, now));
        connections.putIfAbsent(made.key(), made);
    }

    boolean isStrict(String tenant, String idp) {
        LocalConnection found = connections.get(LocalConnection.key(tenant, idp));
        return found != null && found.connection().strict();
    }

    int nextNumber() {
        return ++lastNumber;
    }
}
