package io.sluice.gateway.jwt;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.URI;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JWK sets of all issuers of one node. */
public final class JwksCache {

    private static final Logger LOG = LoggerFactory.getLogger(JwksCache.class);
    private static final int MAX_SETS = 10_000;

    private final LoadingCache<URI, CachedKeys> sets;

    public JwksCache(JwksFetch fetch, JwksPolicy policy, InstantSource clock) {
        this.sets = Caffeine.newBuilder()
                .maximumSize(MAX_SETS)
                .expireAfterAccess(policy.staleFor())
                .build(uri -> new CachedKeys(
                        policy,
                        clock,
                        () -> fetch.fetch(uri)
                                .onFailure(cause -> LOG.warn(
                                        "The keys at {} cannot be fetched: {}",
                                        uri,
                                        String.valueOf(cause.getMessage())))));
    }

    /** The keys at a URI that stands in the configuration of an issuer, never one that a token names. */
    public KeySource at(String uri) {
        CachedKeys keys = sets.get(URI.create(uri));
        return keys::key;
    }
}
