package io.sluice.gateway.ratelimit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket that holds one second's worth, as one number: the time at which it would be full again (GCRA). Shared by event
 * loops without a lock.
 */
final class TokenBucket {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong fullAt;

    TokenBucket(long now) {
        this.fullAt = new AtomicLong(now);
    }

    /**
     * Takes one token.
     *
     * @param now nanoseconds of a monotonic clock
     * @return how many tokens are left, or less than zero: the nanoseconds until there is one, negated
     */
    long take(int perSecond, long now) {
        long cost = SECOND / perSecond;
        while (true) {
            long seen = fullAt.get();
            long next = Math.max(seen, now) + cost;
            long free = now + SECOND - next;
            if (free < 0) {
                return free;
            }
            if (fullAt.compareAndSet(seen, next)) {
                return free / cost;
            }
        }
    }
}
