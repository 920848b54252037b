package io.sluice.core.control.local;

import io.sluice.core.control.Actor;
import io.sluice.core.control.JwtIssuer;
import io.sluice.core.control.JwtIssuerStore;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewJwtIssuer;
import io.sluice.core.control.TrustedIssuer;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Trusted issuers of a local control plane. */
final class LocalJwtIssuers implements JwtIssuerStore {

    private final ControlState state;
    private final Transactions transactions;
    private final ControlAudit audit;

    LocalJwtIssuers(ControlState state, Transactions transactions, ControlAudit audit) {
        this.state = state;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Future<JwtIssuer> create(String tenant, NewJwtIssuer wanted, Actor actor) {
        return locked(() -> {
            LocalTenants.require(state, tenant);
            boolean taken = state.issuers().values().stream()
                    .map(LocalJwtIssuer::issuer)
                    .anyMatch(other -> other.issuer().equals(wanted.issuer())
                            && other.audience().equals(wanted.audience()));
            if (taken) {
                throw ScimException.of(
                        ErrorKind.CONFLICT,
                        "The issuer " + wanted.issuer() + " is registered with this audience already; "
                                + "choose another audience.");
            }
            state.connect(tenant, wanted.idp(), audit.clock().instant());
            JwtIssuer issuer = new JwtIssuer(
                    UUID.randomUUID().toString(),
                    wanted.idp(),
                    wanted.issuer(),
                    wanted.audience(),
                    wanted.jwksUri(),
                    wanted.algorithms(),
                    audit.clock().instant());
            state.issuers().put(issuer.id(), new LocalJwtIssuer(tenant, issuer));
            note(tenant, "Created", issuer, actor);
            return issuer;
        });
    }

    @Override
    public Future<Listing<JwtIssuer>> list(String tenant) {
        return locked(() -> {
            LocalTenants.require(state, tenant);
            List<JwtIssuer> oldestFirst = state.issuers().values().stream()
                    .filter(issuer -> issuer.tenant().equals(tenant))
                    .map(LocalJwtIssuer::issuer)
                    .toList();
            return new Listing<>(oldestFirst.reversed(), Optional.empty());
        });
    }

    @Override
    public Future<Void> remove(String tenant, String id, Actor actor) {
        return locked(() -> {
                    LocalJwtIssuer issuer = Optional.ofNullable(state.issuers().get(id))
                            .filter(found -> found.tenant().equals(tenant))
                            .orElseThrow(() -> ScimException.of(
                                    ErrorKind.NOT_FOUND, "The tenant " + tenant + " has no issuer " + id + "."));
                    state.issuers().remove(id);
                    note(tenant, "Deleted", issuer.issuer(), actor);
                    return issuer;
                })
                .mapEmpty();
    }

    @Override
    public Future<Map<String, List<TrustedIssuer>>> lookUp(Collection<String> issuers) {
        return locked(() -> {
            Map<String, List<TrustedIssuer>> found = new HashMap<>();
            for (String wanted : issuers) {
                List<TrustedIssuer> trusted = state.issuers().values().stream()
                        .filter(issuer -> issuer.issuer().issuer().equals(wanted))
                        .map(issuer -> new TrustedIssuer(
                                issuer.issuer(),
                                state.isStrict(issuer.tenant(), issuer.issuer().idp()),
                                LocalTenants.require(state, issuer.tenant())))
                        .toList();
                if (!trusted.isEmpty()) {
                    found.put(wanted, trusted);
                }
            }
            return Map.copyOf(found);
        });
    }

    private void note(String tenant, String action, JwtIssuer issuer, Actor actor) {
        audit.write(tenant, "JWT Issuer " + action, issuer.idp(), "JwtIssuer/" + issuer.id(), actor, List.of());
    }

    private <T> Future<T> locked(Supplier<T> action) {
        return transactions.run(action);
    }
}
