package io.sluice.gateway.administrator;

import io.sluice.core.control.Actor;
import io.sluice.core.control.Administrator;
import io.sluice.core.control.AdministratorAccount;
import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.PasswordHash;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Texts;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** Logs administrators in by name and password, and lets them change it. Sessions are for the caller to make. */
public final class Logins {

    /** Takes as long to check as a real one, so that the time of an answer does not tell which names exist. */
    private static final PasswordHash NOBODY = new PasswordHash(
            "$argon2id$v=19$m=19456,t=2,p=1" + "$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    private final AdministratorStore store;
    private final PasswordHasher hasher;
    private final LoginThrottle throttle;
    private final LoginAudit audit;

    public Logins(AdministratorStore store, PasswordHasher hasher, LoginThrottle throttle, LoginAudit audit) {
        this.store = store;
        this.hasher = hasher;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * Completes empty when name or password is wrong; fails with TOO_MANY_REQUESTS and the time to wait after too many
     * failures, without looking at the password.
     */
    public Future<Optional<Administrator>> login(String name, String password, String clientAddress) {
        LoginThrottle.Attempt attempt = LoginThrottle.Attempt.of(name, clientAddress);
        Optional<Duration> wait = throttle.wait(attempt);
        if (wait.isPresent()) {
            return Future.failedFuture(new ScimError(
                            ErrorKind.TOO_MANY_REQUESTS,
                            "Too many attempts failed; wait before the next one.",
                            Optional.of(wait.get().plusSeconds(1)))
                    .asException());
        }
        // Counted before it is checked, so that many at once do not slip through together.
        throttle.failed(attempt);
        return (Texts.isStorable(name)
                        ? store.find(name)
                        : Future.succeededFuture(Optional.<AdministratorAccount>empty()))
                .compose(account -> verified(account, password))
                .onSuccess(found -> {
                    if (found.isPresent()) {
                        throttle.succeeded(attempt);
                    }
                })
                .compose(found -> note(name, found, clientAddress).map(found));
    }

    /**
     * Completes false when the current password is wrong; fails with INVALID_VALUE when the new one is too weak.
     */
    public Future<Boolean> changePassword(String name, String current, String wanted, Actor actor) {
        try {
            Passwords.check(name, wanted);
        } catch (ScimException weak) {
            return Future.failedFuture(weak);
        }
        return login(name, current, actor.clientAddress()).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(false);
            }
            return hasher.hash(wanted)
                    .compose(hash -> store.setPassword(name, hash, actor))
                    .map(true);
        });
    }

    private Future<Optional<Administrator>> verified(Optional<AdministratorAccount> account, String password) {
        PasswordHash hash = account.flatMap(AdministratorAccount::password).orElse(NOBODY);
        return hasher.matches(password, hash)
                .map(matches -> matches ? account.map(AdministratorAccount::administrator) : Optional.empty());
    }

    private Future<Void> note(String name, Optional<Administrator> found, String clientAddress) {
        return found.map(administrator -> audit.accepted(administrator.name(), clientAddress))
                .orElseGet(() -> audit.refused(name, clientAddress));
    }
}
