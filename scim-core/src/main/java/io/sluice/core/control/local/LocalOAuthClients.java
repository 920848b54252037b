package io.sluice.core.control.local;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.ClientSecret;
import io.sluice.core.control.Federation;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewClientSecret;
import io.sluice.core.control.NewOAuthClient;
import io.sluice.core.control.OAuthClient;
import io.sluice.core.control.OAuthClientStore;
import io.sluice.core.control.RegisteredClient;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** OAuth clients of a local control plane. */
final class LocalOAuthClients implements OAuthClientStore {

    private final ControlState state;
    private final Transactions transactions;
    private final ControlAudit audit;

    LocalOAuthClients(ControlState state, Transactions transactions, ControlAudit audit) {
        this.state = state;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Future<OAuthClient> create(String tenant, NewOAuthClient wanted, Actor actor) {
        return locked(() -> {
            LocalTenants.require(state, tenant);
            if (state.clients().containsKey(wanted.id())) {
                throw ScimException.of(ErrorKind.CONFLICT, "The client id " + wanted.id() + " is taken.");
            }
            state.connect(tenant, wanted.idp(), audit.clock().instant());
            OAuthClient client = new OAuthClient(
                    wanted.id(),
                    wanted.idp(),
                    wanted.name(),
                    TokenState.ACTIVE,
                    audit.clock().instant(),
                    List.of(made(wanted.secret())),
                    Optional.empty(),
                    Optional.empty());
            return store(new LocalOAuthClient(tenant, client), "Created", actor, List.of());
        });
    }

    @Override
    public Future<Listing<OAuthClient>> list(String tenant) {
        return locked(() -> {
            LocalTenants.require(state, tenant);
            List<OAuthClient> oldestFirst = state.clients().values().stream()
                    .filter(client -> client.tenant().equals(tenant))
                    .map(LocalOAuthClient::client)
                    .toList();
            return new Listing<>(oldestFirst.reversed(), Optional.empty());
        });
    }

    @Override
    public Future<OAuthClient> setState(String tenant, String id, TokenState wanted, Actor actor) {
        return locked(() -> {
            LocalOAuthClient client = require(tenant, id);
            TokenState before = client.client().state();
            if (before == wanted) {
                return client.client();
            }
            AuditChange change = AuditText.change(
                    "state",
                    before.name().toLowerCase(Locale.ROOT),
                    wanted.name().toLowerCase(Locale.ROOT));
            String action = wanted == TokenState.ACTIVE ? "Enabled" : "Disabled";
            return store(client.with(wanted), action, actor, List.of(change));
        });
    }

    @Override
    public Future<OAuthClient> addSecret(String tenant, String id, NewClientSecret secret, int limit, Actor actor) {
        return locked(() -> {
            LocalOAuthClient client = require(tenant, id);
            Instant now = audit.clock().instant();
            List<ClientSecret> secrets = new ArrayList<>(client.client().secrets());
            long live =
                    secrets.stream().filter(old -> old.expiresAt().isAfter(now)).count();
            if (live >= limit) {
                throw ScimException.of(
                        ErrorKind.CONFLICT,
                        "The client has " + live + " secrets that have not expired, which is the most it may have; "
                                + "remove one before a new one is generated.");
            }
            secrets.addFirst(made(secret));
            return store(client.with(secrets), "Secret Created", actor, List.of());
        });
    }

    @Override
    public Future<OAuthClient> removeSecret(String tenant, String id, String secretId, Actor actor) {
        return locked(() -> {
            LocalOAuthClient client = require(tenant, id);
            List<ClientSecret> rest = client.client().secrets().stream()
                    .filter(secret -> !secret.id().equals(secretId))
                    .toList();
            if (rest.size() == client.client().secrets().size()) {
                throw ScimException.of(ErrorKind.NOT_FOUND, "The client has no secret with the id " + secretId + ".");
            }
            return store(client.with(rest), "Secret Deleted", actor, List.of());
        });
    }

    @Override
    public Future<OAuthClient> setFederation(String tenant, String id, Optional<Federation> wanted, Actor actor) {
        return locked(() -> {
            LocalOAuthClient client = require(tenant, id);
            Optional<Federation> before = client.client().federation();
            if (before.equals(wanted)) {
                return client.client();
            }
            AuditChange change = new AuditChange(
                    "federation",
                    before.map(old -> AuditText.text(old.issuer() + " " + old.subject())),
                    wanted.map(now -> AuditText.text(now.issuer() + " " + now.subject())));
            return store(client.with(wanted), "Federation Changed", actor, List.of(change));
        });
    }

    @Override
    public Future<Void> remove(String tenant, String id, Actor actor) {
        return locked(() -> {
                    LocalOAuthClient client = require(tenant, id);
                    state.clients().remove(id);
                    note(client, "Deleted", actor, List.of());
                    return client;
                })
                .mapEmpty();
    }

    @Override
    public Future<Map<String, RegisteredClient>> lookUp(Collection<String> clientIds) {
        return locked(() -> {
            Map<String, RegisteredClient> found = new HashMap<>();
            for (String id : clientIds) {
                Optional.ofNullable(state.clients().get(id))
                        .ifPresent(client -> found.put(
                                id,
                                new RegisteredClient(
                                        client.client(),
                                        state.isStrict(
                                                client.tenant(), client.client().idp()),
                                        LocalTenants.require(state, client.tenant()))));
            }
            return Map.copyOf(found);
        });
    }

    @Override
    public Future<Void> noteUse(Map<String, Instant> lastUse) {
        return locked(() -> {
                    lastUse.forEach(
                            (id, at) -> state.clients().computeIfPresent(id, (same, client) -> client.used(at)));
                    return state;
                })
                .mapEmpty();
    }

    private ClientSecret made(NewClientSecret secret) {
        return new ClientSecret(
                UUID.randomUUID().toString(), secret.secret(), audit.clock().instant(), secret.expiresAt());
    }

    private OAuthClient store(LocalOAuthClient client, String action, Actor actor, List<AuditChange> changes) {
        state.clients().put(client.client().id(), client);
        note(client, action, actor, changes);
        return client.client();
    }

    private void note(LocalOAuthClient client, String action, Actor actor, List<AuditChange> changes) {
        audit.write(
                client.tenant(),
                "OAuth Client " + action,
                client.client().idp(),
                "OAuthClient/" + client.client().id(),
                actor,
                changes);
    }

    private LocalOAuthClient require(String tenant, String id) {
        return Optional.ofNullable(state.clients().get(id))
                .filter(client -> client.tenant().equals(tenant))
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.NOT_FOUND, "The tenant " + tenant + " has no OAuth client " + id + "."));
    }

    private <T> Future<T> locked(Supplier<T> action) {
        return transactions.run(action);
    }
}
