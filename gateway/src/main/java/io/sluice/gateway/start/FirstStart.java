package io.sluice.gateway.start;

import io.sluice.core.control.Actor;
import io.sluice.core.control.Tenant;
import io.sluice.gateway.control.Idp;
import io.sluice.gateway.control.IssuedToken;
import io.vertx.core.Future;
import java.util.Optional;

/** What there has to be before the first request can be served: a tenant, and on the very first start a token for it. */
final class FirstStart {

    static final String TENANT = "default";

    private static final Actor STARTER = new Actor("start", "admin", "local");

    private final Node node;
    private final DataDirectory data;

    FirstStart(Node node, DataDirectory data) {
        this.node = node;
        this.data = data;
    }

    /** Completes with the text of the token when this is the very first start. */
    Future<Optional<String>> run() {
        if (data.has(DataDirectory.INITIALISED)) {
            return Future.succeededFuture(Optional.empty());
        }
        return tenant().compose(tenant -> token()).onSuccess(token -> data.write(DataDirectory.INITIALISED, "yes"));
    }

    private Future<Tenant> tenant() {
        return node.control()
                .tenants()
                .find(TENANT)
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture(found.get())
                        : node.commands().tenants().create(TENANT, Optional.of("Default"), Optional.empty(), STARTER));
    }

    /** An outside database may be in use already: a tenant that has tokens gets none from us. */
    private Future<Optional<String>> token() {
        return node.commands()
                .tokens()
                .list(TENANT)
                .compose(all -> all.items().isEmpty()
                        ? node.commands()
                                .tokens()
                                .generate(TENANT, Idp.GENERIC, Optional.of("First start"), Optional.empty(), STARTER)
                                .map(this::kept)
                        : Future.succeededFuture(Optional.<String>empty()));
    }

    private Optional<String> kept(IssuedToken issued) {
        String text = issued.text().reveal();
        data.write(DataDirectory.FIRST_TOKEN, text);
        return Optional.of(text);
    }
}
