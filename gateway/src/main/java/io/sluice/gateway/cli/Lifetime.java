package io.sluice.gateway.cli;

import io.sluice.gateway.start.Running;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** Keeps a gateway running until the process is told to end. */
final class Lifetime {

    private Lifetime() {}

    /** Returns after SIGINT or SIGTERM, when everything in flight has been answered and everything is closed. */
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
        stopped.await();
        return 0;
    }
}
