package io.sluice.core.backend;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** How many requests are in flight somewhere. */
public final class BackendLoad {

    private int inFlight;
    private Promise<Void> idle = Promise.promise();

    public synchronized int inFlight() {
        return inFlight;
    }

    public synchronized void began() {
        inFlight++;
    }

    public void ended() {
        Promise<Void> reached;
        synchronized (this) {
            inFlight--;
            if (inFlight > 0) {
                return;
            }
            reached = idle;
            idle = Promise.promise();
        }
        reached.complete();
    }

    /** Completes as soon as nothing is in flight. */
    public synchronized Future<Void> idle() {
        return inFlight == 0 ? Future.succeededFuture() : idle.future();
    }
}
