package io.sluice.gateway.portal.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Sessions that were logged out before their time, so that a copy of their cookie opens nothing on this node. */
final class EndedSessions {

    private static final int MOST = 100_000;

    private final Cache<String, Boolean> ids;

    EndedSessions(Duration longest) {
        this.ids = Caffeine.newBuilder()
                .expireAfterWrite(longest)
                .maximumSize(MOST)
                .build();
    }

    void add(String id) {
        ids.put(id, true);
    }

    boolean contains(String id) {
        return ids.getIfPresent(id) != null;
    }
}
