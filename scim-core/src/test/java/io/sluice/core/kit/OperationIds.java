package io.sluice.core.kit;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes operation ids as the gateway does: UUIDv7 (RFC 9562 section 5.7). */
public final class OperationIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private OperationIds() {}

    public static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | VERSION_7 | random.nextLong(0x1000);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
