package io.sluice.gateway.portal.provisioning;

import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.TokenState;
import io.sluice.gateway.portal.page.Vendors;
import java.time.Duration;
import java.time.Instant;

/** A token as the Token Status table shows it. */
public record TokenRow(ProvisioningToken token, Status status) {

    private static final Duration SOON = Duration.ofDays(14);

    /** What matters about a token's state, with the key of its name and the look of its badge. */
    public enum Status {
        ACTIVE("tokens.state.active", "good"),
        EXPIRING("tokens.state.expiring", "warn"),
        INACTIVE("tokens.state.inactive", ""),
        EXPIRED("tokens.state.expired", "bad");

        private final String key;
        private final String look;

        Status(String key, String look) {
            this.key = key;
            this.look = look;
        }

        public String key() {
            return key;
        }

        public String look() {
            return look;
        }
    }

    static TokenRow of(ProvisioningToken token, Instant now) {
        return new TokenRow(token, status(token, now));
    }

    public boolean isActive() {
        return token.state() == TokenState.ACTIVE;
    }

    public String vendor() {
        return Vendors.label(token.idp());
    }

    private static Status status(ProvisioningToken token, Instant now) {
        if (!token.expiresAt().isAfter(now)) {
            return Status.EXPIRED;
        }
        return switch (token.state()) {
            case INACTIVE -> Status.INACTIVE;
            case ACTIVE -> token.expiresAt().isBefore(now.plus(SOON)) ? Status.EXPIRING : Status.ACTIVE;
        };
    }
}
