package io.sluice.load.raw;

import io.sluice.gateway.http.TimeOrderedIds;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keys of rows that were not there before, in the order in which the gateway and its clients make them: random ones would cost an
 * index more, and the baseline has to be what is possible.
 */
final class NewKeys {

    private final String prefix;
    private final AtomicLong number = new AtomicLong();

    NewKeys(String prefix) {
        this.prefix = prefix + "." + System.currentTimeMillis() + ".";
    }

    UUID id() {
        return TimeOrderedIds.next();
    }

    String name() {
        return prefix + number.incrementAndGet() + "@contoso.example";
    }
}
