package io.sluice.gateway.administrator;

import io.sluice.core.control.Actor;
import io.sluice.core.control.Administrator;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.ApiKey;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewAdministrator;
import io.sluice.core.control.NewApiKey;
import io.sluice.core.control.PasswordHash;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Secret;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.control.IssuedApiKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes, changes and removes administrators and their API keys. */
public final class AdministratorCommands {

    private static final int LONGEST_NAME = 128;
    private static final int STANDARD_DAYS = 90;
    private static final int LONGEST_DAYS = 365;

    private final AdministratorStore store;
    private final PasswordHasher hasher;

    public AdministratorCommands(AdministratorStore store, PasswordHasher hasher) {
        this.store = store;
        this.hasher = hasher;
    }

    /** CONFLICT when the name is taken, INVALID_VALUE for a weak password. */
    public Future<Administrator> create(String name, AdministratorRole role, Optional<String> password, Actor actor) {
        if (name.length() > LONGEST_NAME || !name.matches("[A-Za-z0-9._@+-]+")) {
            throw ScimException.of(
                    ErrorKind.BAD_REQUEST,
                    "name must be 1 to " + LONGEST_NAME + " letters, digits and . _ @ + -, such as an e-mail address.");
        }
        return hashed(name, password).compose(hash -> store.create(new NewAdministrator(name, role, hash), actor));
    }

    public Future<Listing<Administrator>> list() {
        return store.list();
    }

    public Future<Administrator> setRole(String name, AdministratorRole role, Actor actor) {
        return store.setRole(name, role, actor);
    }

    /** An operator gives somebody a new password. */
    public Future<Void> setPassword(String name, String password, Actor actor) {
        return hashed(name, Optional.of(password)).compose(hash -> store.setPassword(name, hash.orElseThrow(), actor));
    }

    public Future<Void> remove(String name, Actor actor) {
        return store.remove(name, actor);
    }

    /** Valid for {@code days}, 90 if it does not say. */
    public Future<IssuedApiKey> addKey(String administrator, String name, Optional<Integer> days, Actor actor) {
        int life = days.orElse(STANDARD_DAYS);
        if (life < 1 || life > LONGEST_DAYS) {
            throw ScimException.of(ErrorKind.BAD_REQUEST, "expiresInDays must be from 1 to " + LONGEST_DAYS + ".");
        }
        String text = TokenText.generate(ApiKeyVerifier.PREFIX);
        NewApiKey key =
                new NewApiKey(name, TokenText.secret(text), Instant.now().plus(Duration.ofDays(life)));
        return store.addKey(administrator, key, actor).map(made -> new IssuedApiKey(made, new Secret(text)));
    }

    public Future<Listing<ApiKey>> keys(String administrator) {
        return store.keys(administrator);
    }

    public Future<Void> removeKey(String administrator, String id, Actor actor) {
        return store.removeKey(administrator, id, actor);
    }

    private Future<Optional<PasswordHash>> hashed(String name, Optional<String> password) {
        if (password.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        Passwords.check(name, password.get());
        return hasher.hash(password.get()).map(Optional::of);
    }
}
