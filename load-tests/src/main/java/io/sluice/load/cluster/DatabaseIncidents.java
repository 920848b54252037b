package io.sluice.load.cluster;

/** What is done to the database under load. */
final class DatabaseIncidents {

    private static final long UNDISTURBED_MILLIS = 3_000;
    /** Longer than the deadline of a request, so that some are refused. */
    private static final long HANG_MILLIS = 13_000;

    private static final long RECOVERY_MILLIS = 30_000;
    private static final long AFTERWARDS_MILLIS = 8_000;

    /** At most so many answers are on their way. */
    private static final int CLIENTS = 16;

    private final Verdict verdict;
    private final Load load;
    private final Database database;
    private final Observation observation;

    DatabaseIncidents(Verdict verdict, Load load, Database database) {
        this.verdict = verdict;
        this.load = load;
        this.database = database;
        this.observation = new Observation(verdict, load);
    }

    void quiet() {
        observation.during("undisturbed", UNDISTURBED_MILLIS, () -> {});
    }

    /** Its supervisor starts it again, and it replays its log. */
    void kill() {
        ProcessHandle before = database.postmaster();
        observation.during("kill -9 of PostgreSQL", AFTERWARDS_MILLIS, () -> {
            Signals.send("KILL", before.pid());
            Pause.until(() -> !before.isAlive(), RECOVERY_MILLIS);
            recovered("the kill");
        });
        verdict.require(database.postmaster().pid() != before.pid(), "PostgreSQL was not started again");
    }

    void hang() {
        ProcessHandle server = database.postmaster();
        observation.during("SIGSTOP of PostgreSQL for 13 s", AFTERWARDS_MILLIS, () -> {
            Signals.sendToAll("STOP", server);
            Pause.millis(HANG_MILLIS);
            Signals.sendToAll("CONT", server);
            recovered("SIGCONT");
        });
    }

    /** Answers of before the incident may be on their way when it happens: they end no outage. */
    private void recovered(String since) {
        int before = load.succeeded();
        long waited = Pause.until(() -> load.succeeded() > before + CLIENTS, RECOVERY_MILLIS);
        verdict.require(waited >= 0, "Not recovered within 30 s of " + since);
        verdict.say("  no request succeeded for %d ms, recovered %d ms after %s"
                .formatted(load.longestOutageMillis(), waited, since));
    }
}
