package io.sluice.gateway.admin;

import io.sluice.core.control.TokenState;

/** The state of a credential as requests write it. */
final class States {

    private States() {}

    static TokenState read(String text) {
        return switch (text) {
            case "active" -> TokenState.ACTIVE;
            case "inactive" -> TokenState.INACTIVE;
            default -> throw RequestFields.wrong("state must be active or inactive.");
        };
    }
}
