package io.sluice.load.cluster;

/** What is done to one node under load, and what must not be seen of it. */
final class Incidents {

    private static final long HANG_MILLIS = 9_000;
    private static final long AFTERWARDS_MILLIS = 3_000;
    private static final long SERVES_AGAIN_MILLIS = 15_000;
    private static final long STOP_MILLIS = 45_000;
    private static final int CUT_OFF = 75;

    private final Verdict verdict;
    private final Http http;
    private final Observation observation;

    Incidents(Verdict verdict, Load load, Http http) {
        this.verdict = verdict;
        this.http = http;
        this.observation = new Observation(verdict, load);
    }

    /** Nothing at all, to compare with. */
    void quiet() {
        observe("undisturbed", () -> {});
    }

    void kill(NodeProcess node) {
        observe("kill -9 of " + node.name(), () -> {
            node.signal("KILL");
            node.awaitExit(STOP_MILLIS);
        });
        observe(node.name() + " started again", () -> {
            node.restart();
            node.awaitReady(http);
        });
    }

    void hang(NodeProcess node) {
        observe("SIGSTOP of " + node.name() + " for 9 s", () -> {
            node.signal("STOP");
            Pause.millis(HANG_MILLIS);
        });
        observe("SIGCONT of " + node.name(), () -> {
            node.signal("CONT");
            long began = System.nanoTime();
            long ready = Pause.until(() -> node.awaitExit(1) == CUT_OFF || node.isReady(http), SERVES_AGAIN_MILLIS);
            if (node.awaitExit(1) == CUT_OFF) {
                verdict.say("  " + node.name() + " left with " + CUT_OFF + " and is started again");
                node.restart();
                node.awaitReady(http);
                ready = (System.nanoTime() - began) / 1_000_000;
            }
            verdict.say("  " + node.name() + " serves again after " + ready + " ms");
            verdict.require(
                    ready >= 0 && ready <= SERVES_AGAIN_MILLIS, node.name() + " did not serve again within 15 s");
        });
    }

    void stop(NodeProcess node) {
        observe("SIGTERM of " + node.name(), () -> {
            node.signal("TERM");
            int code = node.awaitExit(STOP_MILLIS);
            verdict.require(code == 143 || code == 0, node.name() + " did not stop: " + code);
        });
    }

    void restart(NodeProcess node) {
        observe(node.name() + " started again", () -> {
            node.restart();
            node.awaitReady(http);
        });
    }

    private void observe(String what, Runnable event) {
        observation.during(what, AFTERWARDS_MILLIS, event);
    }
}
