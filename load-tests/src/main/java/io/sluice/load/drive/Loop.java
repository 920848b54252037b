package io.sluice.load.drive;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Sends work at a pace and measures every request. Everything happens on one event loop. */
public final class Loop {

    private final Vertx vertx;
    private final Pace pace;
    private final Window window;

    public Loop(Vertx vertx, Pace pace, Window window) {
        this.vertx = vertx;
        this.pace = pace;
        this.window = window;
    }

    /** Completes when the last request of the window was answered. */
    public Future<Outcomes> run(Work work) {
        Promise<Outcomes> done = Promise.promise();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(ignored -> {
            Tally tally = new Tally(window, done);
            switch (pace) {
                case Pace.Closed closed -> new ClosedRun(work, tally, closed.inFlight()).begin();
                case Pace.Open open -> new OpenRun(vertx, work, tally, open.perSecond()).begin();
            }
        });
        return done.future();
    }
}
