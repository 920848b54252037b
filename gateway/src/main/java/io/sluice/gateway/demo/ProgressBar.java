package io.sluice.gateway.demo;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

/** A bar that fills in place on a terminal, and a line every tenth elsewhere. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final boolean terminal;
    private final String label;
    private final long total;
    private final AtomicLong done = new AtomicLong();

    ProgressBar(PrintWriter out, boolean terminal, String label, long total) {
        this.out = out;
        this.terminal = terminal;
        this.label = label;
        this.total = Math.max(1, total);
    }

    /** One more unit of work is done. */
    void step() {
        long now = done.incrementAndGet();
        long parts = terminal ? 100 : 10;
        if (now * parts / total != (now - 1) * parts / total) {
            show(now);
        }
    }

    private synchronized void show(long now) {
        int filled = (int) (now * WIDTH / total);
        String line = "%-28s [%s%s] %3d %%"
                .formatted(label, "#".repeat(filled), "-".repeat(WIDTH - filled), now * 100 / total);
        if (!terminal) {
            out.println(line);
        } else {
            out.print("\r" + line + (now >= total ? System.lineSeparator() : ""));
        }
        out.flush();
    }
}
