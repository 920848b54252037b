package io.sluice.core.control.local;

import io.sluice.core.control.Actor;
import io.sluice.core.control.Administrator;
import io.sluice.core.control.AdministratorAccount;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.ApiKey;
import io.sluice.core.control.ApiKeyHolder;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewAdministrator;
import io.sluice.core.control.NewApiKey;
import io.sluice.core.control.PasswordHash;
import io.sluice.core.control.TokenHash;
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

/** Administrators of a local control plane. */
final class LocalAdministrators implements AdministratorStore {

    private final ControlState state;
    private final Transactions transactions;
    private final ControlAudit audit;

    LocalAdministrators(ControlState state, Transactions transactions, ControlAudit audit) {
        this.state = state;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Future<Administrator> create(NewAdministrator wanted, Actor actor) {
        return locked(() -> {
            if (state.accounts().containsKey(wanted.name())) {
                throw ScimException.of(
                        ErrorKind.CONFLICT, "An administrator " + wanted.name() + " exists; choose another name.");
            }
            Administrator made = new Administrator(
                    wanted.name(), wanted.role(), audit.clock().instant());
            state.accounts().put(wanted.name(), new AdministratorAccount(made, wanted.password()));
            note("Administrator Created", "Administrator/" + wanted.name(), actor);
            return made;
        });
    }

    @Override
    public Future<Optional<AdministratorAccount>> find(String name) {
        return locked(() -> Optional.ofNullable(state.accounts().get(name)));
    }

    @Override
    public Future<Listing<Administrator>> list() {
        return locked(() -> new Listing<>(
                state.accounts().values().stream()
                        .map(AdministratorAccount::administrator)
                        .toList(),
                Optional.empty()));
    }

    @Override
    public Future<Void> setPassword(String name, PasswordHash password, Actor actor) {
        return locked(() -> {
                    AdministratorAccount account = require(name);
                    state.accounts()
                            .put(name, new AdministratorAccount(account.administrator(), Optional.of(password)));
                    note("Administrator Password Changed", "Administrator/" + name, actor);
                    return account;
                })
                .mapEmpty();
    }

    @Override
    public Future<Administrator> setRole(String name, AdministratorRole role, Actor actor) {
        return locked(() -> {
            AdministratorAccount account = require(name);
            if (!(role instanceof AdministratorRole.Operator)) {
                refuseForTheLastOperator(account.administrator());
            }
            Administrator changed = new Administrator(
                    account.administrator().name(),
                    role,
                    account.administrator().createdAt());
            state.accounts().put(name, new AdministratorAccount(changed, account.password()));
            state.keys()
                    .replaceAll((hash, holder) ->
                            isHeldBy(name, holder) ? new ApiKeyHolder(holder.key(), changed) : holder);
            note("Administrator Role Changed", "Administrator/" + changed.name(), actor);
            return changed;
        });
    }

    @Override
    public Future<Void> remove(String name, Actor actor) {
        return locked(() -> {
                    AdministratorAccount account = require(name);
                    refuseForTheLastOperator(account.administrator());
                    state.accounts().remove(name);
                    state.keys().values().removeIf(holder -> isHeldBy(name, holder));
                    note("Administrator Deleted", "Administrator/" + name, actor);
                    return account;
                })
                .mapEmpty();
    }

    @Override
    public Future<ApiKey> addKey(String administrator, NewApiKey wanted, Actor actor) {
        return locked(() -> {
            AdministratorAccount account = require(administrator);
            ApiKey key = new ApiKey(
                    UUID.randomUUID().toString(),
                    wanted.name(),
                    wanted.secret().lastFour(),
                    audit.clock().instant(),
                    wanted.expiresAt());
            state.keys().put(wanted.secret().hash(), new ApiKeyHolder(key, account.administrator()));
            note("API Key Created", "ApiKey/" + key.id(), actor);
            return key;
        });
    }

    @Override
    public Future<Listing<ApiKey>> keys(String administrator) {
        return locked(() -> {
            require(administrator);
            List<ApiKey> oldestFirst = state.keys().values().stream()
                    .filter(holder -> isHeldBy(administrator, holder))
                    .map(ApiKeyHolder::key)
                    .toList();
            return new Listing<>(oldestFirst.reversed(), Optional.empty());
        });
    }

    @Override
    public Future<Void> removeKey(String administrator, String id, Actor actor) {
        return locked(() -> {
                    boolean missing = !state.keys()
                            .values()
                            .removeIf(holder -> holder.key().id().equals(id) && isHeldBy(administrator, holder));
                    if (missing) {
                        throw ScimException.of(ErrorKind.NOT_FOUND, "There is no API key with the id " + id + ".");
                    }
                    note("API Key Deleted", "ApiKey/" + id, actor);
                    return id;
                })
                .mapEmpty();
    }

    @Override
    public Future<Map<TokenHash, ApiKeyHolder>> lookUpKeys(Collection<TokenHash> hashes) {
        return locked(() -> {
            Map<TokenHash, ApiKeyHolder> found = new HashMap<>(state.keys());
            found.keySet().retainAll(hashes);
            return Map.copyOf(found);
        });
    }

    private AdministratorAccount require(String name) {
        return Optional.ofNullable(state.accounts().get(name))
                .orElseThrow(() -> ScimException.of(ErrorKind.NOT_FOUND, "There is no administrator " + name + "."));
    }

    private void refuseForTheLastOperator(Administrator administrator) {
        long operators = state.accounts().values().stream()
                .filter(account -> account.administrator().role() instanceof AdministratorRole.Operator)
                .count();
        if (administrator.role() instanceof AdministratorRole.Operator && operators == 1) {
            throw ScimException.of(
                    ErrorKind.CONFLICT,
                    "This is the last operator; make another administrator an operator before this one goes.");
        }
    }

    private static boolean isHeldBy(String name, ApiKeyHolder holder) {
        return holder.administrator().name().equalsIgnoreCase(name);
    }

    private void note(String action, String target, Actor actor) {
        audit.write(AuditEvent.SYSTEM, action, "admin", target, actor, List.of());
    }

    private <T> Future<T> locked(Supplier<T> action) {
        return transactions.run(action);
    }
}
