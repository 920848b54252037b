package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import io.sluice.ldap.config.ConnectionSettings;
import io.sluice.ldap.config.Endpoint;
import java.time.Clock;
import java.time.Duration;

/** Brings operations back to the preferred server: connections to another one are given up when they have a certain age. */
record Failback(Endpoint preferred, Duration age, Clock clock) {

    static Failback of(ConnectionSettings settings, Clock clock) {
        return new Failback(
                settings.servers().getFirst(),
                Duration.ofMillis(settings.limits().failbackMillis()),
                clock);
    }

    /** Whether the next operation had better use a new connection, which tries the preferred server first. */
    boolean isDue(LDAPConnection connection) {
        boolean toPreferred = preferred.port() == connection.getConnectedPort()
                && preferred.host().equals(connection.getConnectedAddress());
        return !toPreferred && clock.millis() - connection.getConnectTime() > age.toMillis();
    }
}
