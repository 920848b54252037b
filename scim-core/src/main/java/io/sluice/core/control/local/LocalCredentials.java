package io.sluice.core.control.local;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.Credential;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.Renewal;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Provisioning tokens of a local control plane. */
final class LocalCredentials implements CredentialStore {

    private final ControlState state;
    private final Transactions transactions;
    private final ControlAudit audit;

    LocalCredentials(ControlState state, Transactions transactions, ControlAudit audit) {
        this.state = state;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Future<ProvisioningToken> create(String tenant, NewToken token, int limit, Actor actor) {
        return locked(() -> {
            requireTenant(tenant);
            long existing = of(tenant)
                    .filter(other -> other.token().idp().equals(token.idp()))
                    .count();
            if (existing >= limit) {
                throw ScimException.of(
                        ErrorKind.CONFLICT,
                        "The connection " + token.idp() + " has " + existing
                                + " tokens, which is the most it may have; "
                                + "delete one before a new one is generated.");
            }
            LocalToken made = make(tenant, token);
            state.connect(tenant, token.idp(), audit.clock().instant());
            state.tokens().put(made.token().id(), made);
            audit.token(tenant, "Created", made, actor, List.of());
            return made.token();
        });
    }

    @Override
    public Future<Listing<ProvisioningToken>> list(String tenant) {
        return locked(() -> {
            requireTenant(tenant);
            List<ProvisioningToken> oldestFirst =
                    of(tenant).map(LocalToken::token).toList();
            return new Listing<>(oldestFirst.reversed(), Optional.empty());
        });
    }

    @Override
    public Future<ProvisioningToken> setState(String tenant, String id, TokenState wanted, Actor actor) {
        return locked(() -> {
            LocalToken token = require(tenant, id);
            if (token.token().state() == wanted) {
                return token.token();
            }
            LocalToken changed = token.with(wanted);
            state.tokens().put(id, changed);
            String action = wanted == TokenState.ACTIVE ? "Enabled" : "Disabled";
            audit.token(
                    tenant,
                    action,
                    changed,
                    actor,
                    List.of(stateChange(token.token().state(), wanted)));
            return changed.token();
        });
    }

    @Override
    public Future<ProvisioningToken> renew(String tenant, String id, Renewal renewal, Actor actor) {
        return locked(() -> {
            LocalToken token = require(tenant, id);
            Instant now = audit.clock().instant();
            renewal.requireAllowed(token.token(), token.overlapsAt(now));
            LocalToken renewed = token.renewed(renewal, now);
            state.tokens().put(id, renewed);
            audit.token(
                    tenant,
                    "Renewed",
                    renewed,
                    actor,
                    List.of(AuditText.change(
                            "expiresAt",
                            token.token().expiresAt().toString(),
                            renewal.expiresAt().toString())));
            return renewed.token();
        });
    }

    @Override
    public Future<Void> remove(String tenant, String id, Actor actor) {
        return locked(() -> {
                    LocalToken token = require(tenant, id);
                    state.tokens().remove(id);
                    audit.token(tenant, "Deleted", token, actor, List.of());
                    return token;
                })
                .mapEmpty();
    }

    @Override
    public Future<Map<TokenHash, Credential>> lookUp(Collection<TokenHash> hashes) {
        return locked(() -> {
            Map<TokenHash, Credential> found = new HashMap<>();
            for (TokenHash hash : hashes) {
                state.tokens().values().stream()
                        .flatMap(token -> credential(token, hash).stream())
                        .findFirst()
                        .ifPresent(credential -> found.put(hash, credential));
            }
            return Map.copyOf(found);
        });
    }

    @Override
    public Future<Void> noteUse(Map<String, Instant> lastUse) {
        return locked(() -> {
                    lastUse.forEach((id, at) -> state.tokens().computeIfPresent(id, (same, token) -> token.used(at)));
                    return state;
                })
                .mapEmpty();
    }

    private Optional<Credential> credential(LocalToken token, TokenHash hash) {
        boolean strict = state.isStrict(token.tenant(), token.token().idp());
        return token.credential(hash, strict, requireTenant(token.tenant()));
    }

    private LocalToken make(String tenant, NewToken token) {
        ProvisioningToken made = new ProvisioningToken(
                UUID.randomUUID().toString(),
                token.idp(),
                token.name(),
                TokenState.ACTIVE,
                audit.clock().instant(),
                token.expiresAt(),
                token.secret().lastFour(),
                Optional.empty());
        return new LocalToken(
                tenant, made, List.of(new LocalToken.Secret(token.secret().hash(), token.expiresAt())));
    }

    private Stream<LocalToken> of(String tenant) {
        return state.tokens().values().stream().filter(token -> token.tenant().equals(tenant));
    }

    private Tenant requireTenant(String slug) {
        return LocalTenants.require(state, slug);
    }

    private LocalToken require(String tenant, String id) {
        return Optional.ofNullable(state.tokens().get(id))
                .filter(token -> token.tenant().equals(tenant))
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.NOT_FOUND, "The tenant " + tenant + " has no token with the id " + id + "."));
    }

    private static AuditChange stateChange(TokenState from, TokenState to) {
        return AuditText.change(
                "state", from.name().toLowerCase(Locale.ROOT), to.name().toLowerCase(Locale.ROOT));
    }

    private <T> Future<T> locked(Supplier<T> action) {
        return transactions.run(action);
    }
}
