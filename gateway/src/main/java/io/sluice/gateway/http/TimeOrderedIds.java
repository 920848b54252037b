package io.sluice.gateway.http;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** UUIDs of version 7 (RFC 9562 section 5.7): new rows land at the end of an index. */
public final class TimeOrderedIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedIds() {}

    public static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = (System.currentTimeMillis() << 16) | VERSION_7 | (random.nextLong() & 0xFFF);
        return new UUID(time, VARIANT | (random.nextLong() >>> 2));
    }
}
