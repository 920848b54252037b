package io.sluice.gateway.ratelimit;

import java.time.Duration;
import java.util.Map;

/** What a rate limit says about one request, and the headers that tell the client. */
public sealed interface RateDecision {

    /** The state of the limit (draft-ietf-httpapi-ratelimit-headers), for every answer. */
    Map<String, String> headers();

    /** The tenant has no limit. */
    record Unlimited() implements RateDecision {
        @Override
        public Map<String, String> headers() {
            return Map.of();
        }
    }

    /**
     * @param perSecond the limit
     * @param remaining how many more would pass at this moment
     */
    record Allowed(int perSecond, long remaining) implements RateDecision {
        @Override
        public Map<String, String> headers() {
            return state(perSecond, remaining, 1);
        }
    }

    /**
     * @param retryAfter when the next request passes
     */
    record Exceeded(int perSecond, Duration retryAfter) implements RateDecision {

        /** For the Retry-After header, which has whole seconds. */
        public long retryAfterSeconds() {
            return Math.max(1, retryAfter.plusMillis(999).toSeconds());
        }

        @Override
        public Map<String, String> headers() {
            return state(perSecond, 0, retryAfterSeconds());
        }
    }

    private static Map<String, String> state(int perSecond, long remaining, long seconds) {
        return Map.of(
                "RateLimit-Policy",
                "\"tenant\";q=" + perSecond + ";w=1",
                "RateLimit",
                "\"tenant\";r=" + remaining + ";t=" + seconds);
    }
}
