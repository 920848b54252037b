package io.sluice.load.drive;

import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicLong;

/** One kind of request. Fails the future with a short reason when the answer is not what it has to be. */
public interface Operation {

    Future<Void> once(long sequence);

    /** The same with numbers of its own, so that no number comes twice in however many loops it is sent. */
    default Operation counted() {
        AtomicLong next = new AtomicLong();
        return ignored -> once(next.getAndIncrement());
    }
}
