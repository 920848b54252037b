package io.sluice.gateway.render;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that this thread allocates, which do not depend on the machine's speed. */
final class Allocated {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 20_000;
    private static final int COUNTED = 2_000;

    private Allocated() {}

    /** Bytes for one run, on average. */
    static long by(Runnable work) {
        repeat(work, WARM_UP);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        repeat(work, COUNTED);
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / COUNTED;
    }

    private static void repeat(Runnable work, int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }
}
