package io.sluice.load.drive;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Keeps a fixed number of requests in flight: finds the ceiling. Everything happens on one event loop. */
public final class ClosedLoop {

    private final Vertx vertx;
    private final int inFlight;
    private final Duration warmUp;
    private final Duration duration;

    public ClosedLoop(Vertx vertx, int inFlight, Duration warmUp, Duration duration) {
        this.vertx = vertx;
        this.inFlight = inFlight;
        this.warmUp = warmUp;
        this.duration = duration;
    }

    public Future<Outcome> run(Operation operation) {
        Promise<Outcome> done = Promise.promise();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(ignored -> new Run(operation, done).begin());
        return done.future();
    }

    private final class Run {
        private final Operation operation;
        private final Promise<Outcome> done;
        private final Outcome outcome = new Outcome();
        private final long counted = System.nanoTime() + warmUp.toNanos();
        private final long end = counted + duration.toNanos();
        private long sequence;
        private int running;

        Run(Operation operation, Promise<Outcome> done) {
            this.operation = operation;
            this.done = done;
        }

        void begin() {
            for (int i = 0; i < inFlight; i++) {
                running++;
                next();
            }
        }

        private void next() {
            long begin = System.nanoTime();
            if (begin >= end) {
                stop(begin);
                return;
            }
            operation.once(sequence++).onComplete(result -> {
                if (begin >= counted) {
                    outcome.took(System.nanoTime() - begin);
                    if (result.failed()) {
                        outcome.failed(String.valueOf(result.cause().getMessage()));
                    }
                }
                next();
            });
        }

        private void stop(long now) {
            if (--running == 0) {
                outcome.lasted(now - counted);
                done.complete(outcome);
            }
        }
    }
}
