package io.sluice.gateway.portal.session;

import io.sluice.core.control.Actor;
import io.sluice.core.control.Administrator;
import io.sluice.core.control.AdministratorStore;
import io.sluice.gateway.administrator.Logins;
import io.sluice.gateway.auth.AdminPrincipal;
import io.vertx.core.Future;
import java.util.Optional;

/** Who may log in to the portal, and who they are now. */
public final class Administrators {

    private final Logins logins;
    private final AdministratorStore store;

    public Administrators(Logins logins, AdministratorStore store) {
        this.logins = logins;
        this.store = store;
    }

    /** Empty when name or password is wrong; fails with TOO_MANY_REQUESTS after too many failures. */
    public Future<Optional<AdminPrincipal>> logIn(String name, String password, String clientAddress) {
        return logins.login(name, password, clientAddress).map(found -> found.map(Administrators::principal));
    }

    /** With the role of this moment; empty when the administrator has been removed. */
    public Future<Optional<AdminPrincipal>> current(String name) {
        return store.find(name).map(found -> found.map(account -> principal(account.administrator())));
    }

    /** False when the old password is another; fails when the new one is too weak. */
    public Future<Boolean> changePassword(String name, String old, String wanted, Actor actor) {
        return logins.changePassword(name, old, wanted, actor);
    }

    private static AdminPrincipal principal(Administrator administrator) {
        return new AdminPrincipal(administrator.name(), administrator.role());
    }
}
