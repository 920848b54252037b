package io.sluice.gateway.portal;

import io.sluice.gateway.config.HttpConfig;
import io.sluice.gateway.portal.session.Seal;
import io.sluice.gateway.portal.session.SessionTimes;
import java.time.InstantSource;

/**
 * @param mostTokens how many tokens a connection may have
 */
public record PortalSettings(HttpConfig http, int mostTokens, Seal seal, SessionTimes times, InstantSource clock) {}
