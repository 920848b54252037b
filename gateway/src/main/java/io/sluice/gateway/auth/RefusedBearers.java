package io.sluice.gateway.auth;

import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.TokenHash;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes refused bearer credentials into the audit trail, so that a flood cannot fill it: the first time that a credential is
 * refused to a client address is written at once, what follows is counted and written by {@link #write}. Beyond
 * {@value #MOST} pairs of credential and address at a time only their number is written. The credential itself is not kept.
 */
public final class RefusedBearers {

    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(RefusedBearers.class);
    private static final String NOBODY = "unknown";

    /** Who was refused: the tenant and the id of a credential that is good elsewhere, or nobody known. */
    private record Refused(TokenHash credential, String tenant, String idp, String actor, String clientAddress) {}

    private final AuditTrail trail;
    private final InstantSource clock;
    private final Map<Refused, Long> uncounted = new ConcurrentHashMap<>();
    private final AtomicLong others = new AtomicLong();

    public RefusedBearers(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param elsewhere whose credential it is, when it is good but for another tenant
     */
    public void note(String credential, Optional<Principal> elsewhere, String clientAddress) {
        Refused refused = new Refused(
                TokenText.hash(credential),
                elsewhere.map(principal -> principal.tenant().id().slug()).orElse(AuditEvent.SYSTEM),
                elsewhere.map(Principal::idp).orElse(NOBODY),
                elsewhere.map(Principal::credentialId).orElse(NOBODY),
                clientAddress);
        if (uncounted.computeIfPresent(refused, (same, count) -> count + 1) != null) {
            return;
        }
        if (uncounted.size() >= MOST) {
            others.incrementAndGet();
        } else if (uncounted.putIfAbsent(refused, 0L) == null) {
            append(refused.tenant(), refused.idp(), refused.actor(), refused.clientAddress(), 1);
        }
    }

    /** To be called once a minute, and at the end. */
    public Future<Void> write() {
        List<Future<Void>> written = new ArrayList<>();
        for (Refused refused : List.copyOf(uncounted.keySet())) {
            if (uncounted.remove(refused, 0L)) {
                continue;
            }
            Long count = uncounted.replace(refused, 0L);
            if (count != null && count > 0) {
                written.add(append(refused.tenant(), refused.idp(), refused.actor(), refused.clientAddress(), count));
            }
        }
        long rest = others.getAndSet(0);
        if (rest > 0) {
            written.add(append(AuditEvent.SYSTEM, NOBODY, NOBODY, "", rest));
        }
        return Future.join(written).mapEmpty();
    }

    private Future<Void> append(String tenant, String idp, String actor, String clientAddress, long count) {
        return trail.append(new AuditEvent(
                        UUID.randomUUID().toString(),
                        clock.instant(),
                        tenant,
                        "SCIM Login Refused",
                        idp,
                        actor,
                        "SCIM Credential/" + actor,
                        "failure",
                        "",
                        clientAddress,
                        List.of(new AuditChange("attempts", Optional.empty(), Optional.of(Long.toString(count))))))
                .onFailure(failed -> LOG.warn("A refused credential was not audited: {}", failed.toString()));
    }
}
