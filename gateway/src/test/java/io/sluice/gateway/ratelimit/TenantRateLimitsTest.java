package io.sluice.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TenantRateLimitsTest {

    private final AtomicLong now = new AtomicLong(1_000);
    private final TenantRateLimits limits = new TenantRateLimits(now::get);

    @Test
    void aTenantWithoutALimitIsNeverRefused() {
        Tenant tenant = tenant(1, OptionalInt.empty());
        assertThat(IntStream.range(0, 10_000).mapToObj(i -> limits.count(tenant)))
                .allMatch(RateDecision.Unlimited.class::isInstance);
        assertThat(limits.count(tenant).headers()).isEmpty();
    }

    @Test
    void aSecondsWorthPassesAtOnceAndTheNextIsToldWhenToComeBack() {
        Tenant tenant = tenant(1, OptionalInt.of(100));
        assertThat(IntStream.range(0, 100).mapToObj(i -> limits.count(tenant)))
                .allMatch(RateDecision.Allowed.class::isInstance);

        assertThat(limits.count(tenant)).isInstanceOfSatisfying(RateDecision.Exceeded.class, exceeded -> {
            assertThat(exceeded.retryAfterSeconds()).isEqualTo(1);
            assertThat(exceeded.headers())
                    .containsEntry("RateLimit-Policy", "\"tenant\";q=100;w=1")
                    .containsEntry("RateLimit", "\"tenant\";r=0;t=1");
        });
        now.addAndGet(10_000_000);
        assertThat(limits.count(tenant)).isInstanceOf(RateDecision.Allowed.class);
        assertThat(limits.count(tenant)).isInstanceOf(RateDecision.Exceeded.class);
    }

    @Test
    void tenantsDoNotShareTheirLimits() {
        Tenant busy = tenant(1, OptionalInt.of(25));
        IntStream.range(0, 30).forEach(i -> limits.count(busy));
        assertThat(limits.count(tenant(2, OptionalInt.of(25)))).isInstanceOf(RateDecision.Allowed.class);
    }

    @Test
    void aLimitBelowTheGuaranteeCountsAsTheGuarantee() {
        Tenant tenant = tenant(1, OptionalInt.of(1));
        assertThat(IntStream.range(0, 25).mapToObj(i -> limits.count(tenant)))
                .allMatch(RateDecision.Allowed.class::isInstance);
    }

    /** However the requests of a second are spread, up to the guarantee none is refused. */
    @Property(tries = 200)
    void neverRefusesBelowTheGuarantee(
            @ForAll @Size(200) List<@LongRange(min = 0, max = 39_999_999) Long> jitter,
            @ForAll @IntRange(min = 1, max = 200) int limit) {
        AtomicLong clock = new AtomicLong();
        TenantRateLimits fresh = new TenantRateLimits(clock::get);
        Tenant tenant = tenant(1, OptionalInt.of(limit));
        for (int i = 0; i < jitter.size(); i++) {
            clock.set(i * 40_000_000L + jitter.get(i));
            assertThat(fresh.count(tenant)).isInstanceOf(RateDecision.Allowed.class);
        }
    }

    private static Tenant tenant(int number, OptionalInt limit) {
        return new Tenant(
                new TenantId("t" + number, number),
                "T",
                "memory",
                true,
                true,
                Optional.empty(),
                limit,
                OptionalInt.empty(),
                Tenant.DEFAULT_EXTENSION_URN,
                List.of(),
                Instant.EPOCH);
    }
}
