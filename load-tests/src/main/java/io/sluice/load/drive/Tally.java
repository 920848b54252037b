package io.sluice.load.drive;

import io.vertx.core.Promise;

/** Counts the requests of a run that are on their way and measures those of its window. */
final class Tally {

    private final Outcomes outcomes = new Outcomes();
    private final long start = System.nanoTime();
    private final Window window;
    private final Promise<Outcomes> done;
    private int running;

    Tally(Window window, Promise<Outcomes> done) {
        this.window = window;
        this.done = done;
    }

    long start() {
        return start;
    }

    int running() {
        return running;
    }

    /** Whether a request that begins, or is due, at this time is no longer of this run. */
    boolean isOver(long nanoTime) {
        return nanoTime - start >= window.endNanos();
    }

    /**
     * @param from where its latency begins
     * @param answered run after it was counted
     */
    void send(Shot shot, long from, Runnable answered) {
        running++;
        shot.send().get().onComplete(result -> {
            running--;
            if (from - start >= window.warmUp().toNanos()) {
                outcomes.took(shot.operation(), System.nanoTime() - from);
                if (result.failed()) {
                    outcomes.failed(
                            shot.operation(), String.valueOf(result.cause().getMessage()));
                }
            }
            answered.run();
        });
    }

    void end() {
        outcomes.lasted(System.nanoTime() - start - window.warmUp().toNanos());
        done.tryComplete(outcomes);
    }
}
