package io.sluice.load.drive;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * A request that is ready to go.
 *
 * @param operation the name under which it is counted
 * @param send sends it; the future fails with a short reason when the answer is not what it has to be
 */
public record Shot(String operation, Supplier<Future<Void>> send) {}
