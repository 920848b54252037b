package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.TimeUnit;

/** Measures by how much an event loop is late: what runs on it for long makes everybody wait that long. */
final class LoopDelay extends VerticleBase {

    private static final long EVERY_MILLIS = 100;

    private final Timer timer;
    private long due;

    LoopDelay(Timer timer) {
        this.timer = timer;
    }

    @Override
    public Future<?> start() {
        due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
        vertx.setPeriodic(EVERY_MILLIS, tick -> {
            long now = System.nanoTime();
            timer.record(Math.max(0, now - due), TimeUnit.NANOSECONDS);
            due = now + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
        });
        return Future.succeededFuture();
    }
}
