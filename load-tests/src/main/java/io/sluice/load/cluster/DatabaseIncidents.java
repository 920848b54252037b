package io.sluice.load.cluster;

/** What is done to the database under load. */
final class DatabaseIncidents {

    private static final long UNDISTURBED_MILLIS = 3_000;
    private static final long HANG_MILLIS = 6_000;
    private static final long AFTERWARDS_MILLIS = 8_000;

    private final Verdict verdict;
    private final Load load;
    private final Database database;

    DatabaseIncidents(Verdict verdict, Load load, Database database) {
        this.verdict = verdict;
        this.load = load;
        this.database = database;
    }

    void quiet() {
        int done = load.done();
        Pause.millis(UNDISTURBED_MILLIS);
        verdict.requests("undisturbed", load, done, 0);
    }

    /** Its supervisor starts it again, and it replays its log. */
    void kill() {
        ProcessHandle before = database.postmaster();
        observe("kill -9 of PostgreSQL", () -> {
            Signals.send("KILL", before.pid());
            return System.nanoTime();
        });
        verdict.require(database.postmaster().pid() != before.pid(), "PostgreSQL was not started again");
    }

    void hang() {
        ProcessHandle server = database.postmaster();
        observe("SIGSTOP of PostgreSQL for 6 s", () -> {
            Signals.sendToAll("STOP", server);
            Pause.millis(HANG_MILLIS);
            Signals.sendToAll("CONT", server);
            return System.nanoTime();
        });
    }

    private void observe(String what, java.util.function.LongSupplier event) {
        int done = load.done();
        int failures = load.failures().size();
        load.forgetLongest();
        long over = event.getAsLong();
        Pause.millis(AFTERWARDS_MILLIS);
        verdict.requests(what, load, done, failures);
        long recovered = load.recoveredAt() - over;
        verdict.say("  last refusal followed by success " + recovered / 1_000_000 + " ms after the incident's "
                + (what.startsWith("kill") ? "signal" : "end"));
        verdict.require(load.recoveredAt() > 0 || load.later() == 0, what + ": not recovered");
    }
}
