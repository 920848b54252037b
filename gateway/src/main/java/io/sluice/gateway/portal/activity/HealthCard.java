package io.sluice.gateway.portal.activity;

import io.sluice.gateway.portal.page.Vendors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a connection fares, judged by the requests that are still known.
 *
 * @param requests how many they are
 * @param failures how many of them failed
 * @param perMinute the average over the last hour
 * @param danger how near Entra ID's quarantine is; empty for other vendors
 */
public record HealthCard(
        String idp,
        Optional<Instant> lastRequest,
        Optional<Exchange> lastFailure,
        int requests,
        int failures,
        String perMinute,
        Optional<Danger> danger) {

    /** Entra ID stops a job that fails too much: at 5,000 failures and over 40 %, or over 40,000. */
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

        static Danger of(int requests, int failures) {
            boolean overShare = failures * 100L > requests * 40L;
            if (failures > 40_000 || (failures >= 5_000 && overShare)) {
                return REACHED;
            }
            boolean near = failures >= 2_500 || (overShare && failures >= 20);
            return near ? NEAR : NONE;
        }
    }

    static HealthCard of(String idp, List<Exchange> newestFirst, Instant now) {
        int failures =
                (int) newestFirst.stream().filter(one -> !one.succeeded()).count();
        long lastHour = newestFirst.stream()
                .filter(one -> one.time().isAfter(now.minus(Duration.ofHours(1))))
                .count();
        return new HealthCard(
                idp,
                newestFirst.stream().findFirst().map(Exchange::time),
                newestFirst.stream().filter(one -> !one.succeeded()).findFirst(),
                newestFirst.size(),
                failures,
                String.format(Locale.ROOT, "%.1f", lastHour / 60.0),
                idp.equals("entra") ? Optional.of(Danger.of(newestFirst.size(), failures)) : Optional.empty());
    }

    public String vendor() {
        return Vendors.label(idp);
    }

    /** In per cent. */
    public long failureShare() {
        return requests == 0 ? 0 : Math.round(100.0 * failures / requests);
    }
}
