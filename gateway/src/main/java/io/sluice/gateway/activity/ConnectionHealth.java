package io.sluice.gateway.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a connection fares, judged by the requests that are still known.
 *
 * @param requests how many they are
 * @param failures how many of them failed
 * @param lastHour how many came in within the last hour
 * @param quarantine how near Entra ID's quarantine is; empty for other vendors
 */
public record ConnectionHealth(
        String idp,
        Optional<ActivityEntry> lastRequest,
        Optional<ActivityEntry> lastFailure,
        int requests,
        int failures,
        long lastHour,
        Optional<Quarantine> quarantine) {

    private static final String ENTRA = "entra";

    /** Entra ID stops a job that fails too much: at 5,000 failures and over 40 %, or over 40,000. */
    public enum Quarantine {
        FAR,
        NEAR,
        REACHED;

        static Quarantine of(int requests, int failures) {
            boolean overShare = failures * 100L > requests * 40L;
            if (failures > 40_000 || (failures >= 5_000 && overShare)) {
                return REACHED;
            }
            return failures >= 2_500 || (overShare && failures >= 20) ? NEAR : FAR;
        }
    }

    /**
     * @param newestFirst all requests through that connection that are known
     */
    public static ConnectionHealth of(String idp, List<ActivityEntry> newestFirst, Instant now) {
        Instant anHourAgo = now.minus(Duration.ofHours(1));
        int failures = (int) newestFirst.stream().filter(ActivityEntry::failed).count();
        return new ConnectionHealth(
                idp,
                newestFirst.stream().findFirst(),
                newestFirst.stream().filter(ActivityEntry::failed).findFirst(),
                newestFirst.size(),
                failures,
                newestFirst.stream()
                        .filter(entry -> entry.time().isAfter(anHourAgo))
                        .count(),
                idp.equals(ENTRA) ? Optional.of(Quarantine.of(newestFirst.size(), failures)) : Optional.empty());
    }

    /** In per cent, rounded. */
    public long failureShare() {
        return requests == 0 ? 0 : Math.round(100.0 * failures / requests);
    }

    /** The average over the last hour. */
    public double perMinute() {
        return lastHour / 60.0;
    }
}
