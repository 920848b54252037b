package io.sluice.gateway.start;

import io.sluice.core.control.ControlStore;
import io.sluice.gateway.auth.TokenVerifier;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.control.AttributeCommands;
import io.sluice.gateway.control.ConnectionCommands;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.control.TokenCommands;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.dispatch.Dispatcher;

/** The commands of administrators, for whichever interface carries them. */
public record Commands(
        TenantCommands tenants, TokenCommands tokens, AttributeCommands attributes, ConnectionCommands connections) {

    static Commands of(
            Config config,
            ControlStore store,
            BackendDirectory backends,
            Dispatcher dispatcher,
            TokenVerifier verifier) {
        return new Commands(
                new TenantCommands(
                        store.tenants(), backends, dispatcher, config.backends().standard(), verifier::forgetAll),
                new TokenCommands(store.credentials(), config.credentials(), verifier::forgetAll, verifier::hasSeen),
                new AttributeCommands(store.tenants(), verifier::forgetAll),
                new ConnectionCommands(store.connections(), verifier::forgetAll));
    }
}
