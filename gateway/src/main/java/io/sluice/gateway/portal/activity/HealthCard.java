package io.sluice.gateway.portal.activity;

import io.sluice.gateway.activity.ActivityEntry;
import io.sluice.gateway.activity.ConnectionHealth;
import io.sluice.gateway.portal.page.Vendors;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How a connection fares, as its card shows it. */
public record HealthCard(ConnectionHealth health) {

    private static final int MOST_THAT_IS_TOLERABLE = 40;

    /** What the card says about Entra ID's quarantine, with the look of it. */
    public enum Danger {
        NONE("health.entra.none", ""),
        NEAR("health.entra.near", "warn"),
        REACHED("health.entra.reached", "bad");

        private final String key;
        private final String look;

        Danger(String key, String look) {
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

    public String idp() {
        return health.idp();
    }

    public String vendor() {
        return Vendors.label(health.idp());
    }

    /** The key of how it goes on the whole. */
    public String verdict() {
        return health.failures() == 0 ? "health.good" : "health.failing";
    }

    /** The look of the verdict. */
    public String look() {
        if (health.failures() == 0) {
            return "good";
        }
        return health.failureShare() > MOST_THAT_IS_TOLERABLE ? "bad" : "warn";
    }

    public String perMinute() {
        return String.format(Locale.ROOT, "%.1f", health.perMinute());
    }

    public Optional<Instant> lastRequest() {
        return health.lastRequest().map(ActivityEntry::time);
    }

    public Optional<Exchange> lastFailure() {
        return health.lastFailure().map(Exchanges::exchange);
    }

    /** Empty for vendors that have no quarantine. */
    public Optional<Danger> danger() {
        return health.quarantine().map(near -> switch (near) {
            case FAR -> Danger.NONE;
            case NEAR -> Danger.NEAR;
            case REACHED -> Danger.REACHED;
        });
    }
}
