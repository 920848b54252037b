package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator why no connection can be made: when the reason changes, and once a minute while it lasts. */
final class ConnectionLog {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLog.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Clock clock;
    private String lastReason = "";
    private Instant lastTold = Instant.EPOCH;
    private volatile boolean failing;

    ConnectionLog(Clock clock) {
        this.clock = clock;
    }

    synchronized void failed(LDAPException e) {
        failing = true;
        String reason = reason(e);
        Instant now = clock.instant();
        if (!reason.equals(lastReason) || now.isAfter(lastTold.plus(AGAIN))) {
            lastReason = reason;
            lastTold = now;
            LOG.warn("No connection to the directory: {}. {}", reason, e.getMessage());
        }
    }

    void succeeded() {
        if (failing) {
            recovered();
        }
    }

    private synchronized void recovered() {
        if (failing) {
            failing = false;
            lastReason = "";
            LOG.info("The directory answers again");
        }
    }

    /** A few words that give nothing away; clients and the readiness probe see them. */
    static String reason(LDAPException e) {
        String said = String.valueOf(e.getMessage());
        if (said.contains("HostNameSSLSocketVerifier") || said.contains("hostname")) {
            return "its certificate is for another host name";
        }
        if (said.contains("certificate") || said.contains("CertPath") || said.contains("SSLHandshake")) {
            return "its certificate is not trusted";
        }
        if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
            return "it refuses bindDn or its password";
        }
        return e.getResultCode().getName();
    }
}
