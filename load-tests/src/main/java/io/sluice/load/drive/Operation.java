package io.sluice.load.drive;

import io.vertx.core.Future;

/** One kind of request. Fails the future with a short reason when the answer is not what it has to be. */
public interface Operation {

    Future<Void> once(long sequence);
}
