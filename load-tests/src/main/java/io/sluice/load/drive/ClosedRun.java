package io.sluice.load.drive;

import java.util.Optional;

/** Keeps a number of requests in flight for as long as the work gives them. */
final class ClosedRun {

    private final Work work;
    private final Tally tally;
    private final int inFlight;

    ClosedRun(Work work, Tally tally, int inFlight) {
        this.work = work;
        this.tally = tally;
        this.inFlight = inFlight;
    }

    void begin() {
        long now = System.nanoTime();
        while (tally.running() < inFlight && !tally.isOver(now)) {
            Optional<Shot> shot = work.next();
            if (shot.isEmpty()) {
                break;
            }
            tally.send(shot.get(), now, this::begin);
            now = System.nanoTime();
        }
        if (tally.running() == 0 && (tally.isOver(now) || work.finished())) {
            tally.end();
        }
    }
}
