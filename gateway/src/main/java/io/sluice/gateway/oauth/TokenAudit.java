package io.sluice.gateway.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.OAuthClientStore;
import io.sluice.core.control.RegisteredClient;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes who got a token and who was refused; at most once a minute for each client, so that nobody floods the trail. */
final class TokenAudit {

    private static final Logger LOG = LoggerFactory.getLogger(TokenAudit.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MAX_NOTED = 10_000;

    private final ClientDirectory clients;
    private final OAuthClientStore store;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Cache<String, Boolean> granted;
    private final Cache<String, Boolean> refused;

    TokenAudit(ClientDirectory clients, OAuthClientStore store, AuditTrail trail, InstantSource clock) {
        this.clients = clients;
        this.store = store;
        this.trail = trail;
        this.clock = clock;
        this.granted = memory();
        this.refused = memory();
    }

    void granted(RegisteredClient client) {
        String id = client.client().id();
        if (granted.asMap().putIfAbsent(id, Boolean.TRUE) == null) {
            Instant now = clock.instant();
            store.noteUse(Map.of(id, now))
                    .onFailure(cause -> LOG.warn("The use of a client was not noted: {}", cause.toString()));
        }
    }

    void refused(String clientId, Throwable cause, TokenRequest request) {
        boolean login = cause instanceof ScimException known && known.error().kind() == ErrorKind.UNAUTHORIZED;
        if (login && refused.asMap().putIfAbsent(clientId, Boolean.TRUE) == null) {
            clients.find(clientId)
                    .compose(found -> trail.append(event(
                            found.map(client -> client.tenant().id().slug()).orElse(AuditEvent.SYSTEM),
                            found.map(client -> client.client().idp()).orElse("unknown"),
                            found.isPresent() ? clientId : "unknown",
                            request)))
                    .onFailure(failed -> LOG.warn("A refused login was not audited: {}", failed.toString()));
        }
    }

    private AuditEvent event(String tenant, String idp, String client, TokenRequest request) {
        return new AuditEvent(
                UUID.randomUUID().toString(),
                clock.instant(),
                tenant,
                "OAuth Login Refused",
                idp,
                client,
                "OAuthClient/" + client,
                "failure",
                request.requestId(),
                request.clientAddress(),
                List.of());
    }

    private static Cache<String, Boolean> memory() {
        return Caffeine.newBuilder()
                .expireAfterWrite(PAUSE)
                .maximumSize(MAX_NOTED)
                .build();
    }
}
