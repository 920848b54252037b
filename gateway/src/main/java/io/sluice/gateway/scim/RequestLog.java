package io.sluice.gateway.scim;

import io.sluice.gateway.auth.Principal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request, if the configuration wants it: who asked for what kind of thing and how it went. The path, the
 * query and the body hold personal data and never stand here; the template of the route does.
 */
public final class RequestLog {

    public static final String LOGGER = "io.sluice.requests";

    private static final double MILLION = 1_000_000;

    private final Logger log = LoggerFactory.getLogger(LOGGER);

    void served(String requestId, Principal principal, String method, String route, int status, Duration took) {
        if (log.isInfoEnabled()) {
            log.atInfo()
                    .addKeyValue("requestId", requestId)
                    .addKeyValue("tenant", principal.tenant().id().slug())
                    .addKeyValue("idp", principal.idp())
                    .addKeyValue("method", method)
                    .addKeyValue("route", route)
                    .addKeyValue("status", status)
                    .addKeyValue("durationMs", took.toNanos() / MILLION)
                    .log("{} {} {}", method, route, status);
        }
    }
}
