package io.sluice.gateway.start;

import io.sluice.gateway.auth.RefusedBearers;
import io.sluice.gateway.auth.TokenVerifier;
import io.sluice.gateway.control.AuditPruning;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node that serves does now and then beside its requests: it writes when tokens were last used and how often bearers were
 * refused, and removes audit events that are too old. What fails is logged and done the next time.
 */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long LAST_USE_MILLIS = 15_000;
    private static final long REFUSALS_MILLIS = 60_000;
    private static final long FIRST_PRUNING_MILLIS = 60_000;
    private static final long PRUNING_MILLIS = 3_600_000;

    private final TokenVerifier tokens;
    private final RefusedBearers refusals;
    private final AuditPruning pruning;

    Housekeeping(TokenVerifier tokens, RefusedBearers refusals, AuditPruning pruning) {
        this.tokens = tokens;
        this.refusals = refusals;
        this.pruning = pruning;
    }

    /** Goes on until that Vert.x is closed. */
    void begin(Vertx vertx) {
        vertx.setPeriodic(LAST_USE_MILLIS, timer -> writeLastUses());
        vertx.setPeriodic(REFUSALS_MILLIS, timer -> refusals.write());
        vertx.setPeriodic(FIRST_PRUNING_MILLIS, PRUNING_MILLIS, timer -> prune());
    }

    /** Writes what was noted since the last time; for a node that takes no more requests and whose store is still open. */
    Future<?> finish() {
        return writeLastUses().transform(written -> refusals.write());
    }

    private Future<Void> writeLastUses() {
        return tokens.writeLastUses()
                .onFailure(cause -> LOG.warn("The last uses of tokens could not be written: {}", cause.toString()));
    }

    private void prune() {
        pruning.run(Instant.now())
                .onSuccess(removed -> {
                    if (removed > 0) {
                        LOG.info("{} audit events were too old to be kept and are removed", removed);
                    }
                })
                .onFailure(cause -> LOG.warn("Old audit events could not be removed: {}", cause.toString()));
    }
}
