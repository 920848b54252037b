package io.sluice.gateway.administrator;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OpenID provider of the administrators. Its configuration is read when the first of them comes: a provider that is down
 * must not keep the gateway from starting, and one that was down is asked again with the next login.
 */
public final class OidcProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final String issuer;
    private final Supplier<Future<OidcLogin>> discovery;
    private final AtomicReference<@Nullable Future<OidcLogin>> known = new AtomicReference<>();

    public OidcProvider(String issuer, Supplier<Future<OidcLogin>> discovery) {
        this.issuer = issuer;
        this.discovery = discovery;
    }

    /** Fails with UNAVAILABLE while the provider cannot be reached or used; the log says why. */
    public Future<OidcLogin> ready() {
        Future<OidcLogin> before = known.get();
        if (before != null && !before.failed()) {
            return before;
        }
        Future<OidcLogin> now = discovery
                .get()
                .timeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(cause -> LOG.warn(
                        "The OpenID provider {} cannot be used: {}", issuer, String.valueOf(cause.getMessage())))
                .recover(cause -> Future.failedFuture(new ScimError(
                                ErrorKind.UNAVAILABLE,
                                "The OpenID provider cannot be reached.",
                                Optional.of(Duration.ofSeconds(5)))
                        .asException()));
        known.compareAndSet(before, now);
        return now;
    }
}
