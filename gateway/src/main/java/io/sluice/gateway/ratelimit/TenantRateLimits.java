package io.sluice.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.core.control.Tenant;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The rate limits of all tenants on one node: none by default; a tenant's own limit lets a second's worth through at once. It is
 * never below the 25 requests a second that Entra ID requires, whatever the settings say.
 */
public final class TenantRateLimits {

    /** Requests a second that every tenant is guaranteed. */
    public static final int GUARANTEED = 25;

    private static final RateDecision UNLIMITED = new RateDecision.Unlimited();

    private final LongSupplier nanos;
    private final Cache<Integer, TokenBucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(1)).build();

    public TenantRateLimits() {
        this(System::nanoTime);
    }

    TenantRateLimits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts one request of the tenant. */
    public RateDecision count(Tenant tenant) {
        if (tenant.rateLimit().isEmpty()) {
            return UNLIMITED;
        }
        int perSecond = Math.max(GUARANTEED, tenant.rateLimit().getAsInt());
        long now = nanos.getAsLong();
        long left = buckets.get(tenant.id().number(), number -> new TokenBucket(now))
                .take(perSecond, now);
        return left < 0
                ? new RateDecision.Exceeded(perSecond, Duration.ofNanos(-left))
                : new RateDecision.Allowed(perSecond, left);
    }
}
