package io.sluice.gateway.cli;

import io.sluice.gateway.start.Running;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Keeps a gateway running until the process is told to end. */
final class Lifetime {

    /** The exit code of a node that was cut off from its cluster: whoever supervises it starts it anew. */
    static final int CUT_OFF = 75;

    private static final long FAREWELL_SECONDS = 5;

    private Lifetime() {}

    /**
     * Returns after SIGINT or SIGTERM, when everything in flight has been answered and everything is closed, or with
     * {@link #CUT_OFF} when the node was cut off from its cluster.
     */
    static int untilStopped(Running running, PrintWriter out) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            out.println("Stopping: requests in flight are finished first.");
                            out.flush();
                            running.close();
                            out.println("Stopped.");
                            out.flush();
                            stopped.countDown();
                        },
                        "sluice-stop"));
        AtomicInteger code = new AtomicInteger();
        running.node().whenCutOff().onSuccess(cutOff -> {
            out.println("Cut off from the cluster: exiting with " + CUT_OFF + " to be started anew.");
            out.flush();
            haltSoon();
            code.set(CUT_OFF);
            stopped.countDown();
        });
        stopped.await();
        return code.get();
    }

    /** To leave a cluster that one is cut off from may take for ever. */
    private static void haltSoon() {
        Thread.ofPlatform().daemon().name("sluice-halt").start(() -> {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(FAREWELL_SECONDS));
            Runtime.getRuntime().halt(CUT_OFF);
        });
    }
}
