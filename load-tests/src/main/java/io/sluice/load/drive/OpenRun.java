package io.sluice.load.drive;

import io.vertx.core.Vertx;
import java.util.Optional;

/** Sends what is due, whatever was answered. */
final class OpenRun {

    private static final long TICK_MILLIS = 1;

    private final Vertx vertx;
    private final Work work;
    private final Tally tally;
    private final double perSecond;
    private long sent;
    private long postponed;
    private boolean ended;

    OpenRun(Vertx vertx, Work work, Tally tally, double perSecond) {
        this.vertx = vertx;
        this.work = work;
        this.tally = tally;
        this.perSecond = perSecond;
    }

    void begin() {
        vertx.setPeriodic(TICK_MILLIS, this::tick);
    }

    private long due() {
        return tally.start() + postponed + (long) (sent * 1e9 / perSecond);
    }

    private void tick(long timer) {
        long now = System.nanoTime();
        for (long due = due(); due <= now && !tally.isOver(due); due = due()) {
            Optional<Shot> shot = work.next();
            if (shot.isEmpty()) {
                // Only what depends on an answer is left: its time comes with that answer, and the plan moves.
                postponed += now - due + 1;
                break;
            }
            sent++;
            tally.send(shot.get(), due, this::endIfDone);
        }
        if (tally.isOver(due()) || work.finished()) {
            ended = true;
            vertx.cancelTimer(timer);
            endIfDone();
        }
    }

    private void endIfDone() {
        if (ended && tally.running() == 0) {
            tally.end();
        }
    }
}
