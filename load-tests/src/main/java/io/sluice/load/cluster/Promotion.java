package io.sluice.load.cluster;

/** The primary is lost under load, its standby is promoted, and the old primary comes back. */
final class Promotion {

    private static final long UNDISTURBED_MILLIS = 3_000;
    /** Whoever watches the primary needs so long to be sure. */
    private static final long NOTICED_MILLIS = 2_000;

    private static final long RECOVERY_MILLIS = 30_000;
    private static final long AFTERWARDS_MILLIS = 8_000;

    private final Verdict verdict;
    private final Load load;
    private final StandbyPair pair;
    private final Observation observation;

    Promotion(Verdict verdict, Load load, StandbyPair pair) {
        this.verdict = verdict;
        this.load = load;
        this.pair = pair;
        this.observation = new Observation(verdict, load);
    }

    void run() {
        observation.during("undisturbed", UNDISTURBED_MILLIS, () -> {});
        observation.during(
                "kill -9 of the primary, promotion of the standby 2 s later", AFTERWARDS_MILLIS, this::loseAndPromote);
        observation.during("the old primary comes back", AFTERWARDS_MILLIS, pair::bringBackPrimary);
        long uses = pair.usesOfOldPrimary();
        verdict.say("  connections of the gateway to the old primary: " + uses);
        verdict.require(uses == 0, "The old primary is used again");
    }

    private void loseAndPromote() {
        pair.losePrimary();
        long lost = System.nanoTime();
        Pause.millis(NOTICED_MILLIS);
        long began = System.nanoTime();
        int before = load.succeeded();
        pair.promoteStandby();
        long promoted = System.nanoTime();
        long waited = Pause.until(() -> load.succeeded() > before, RECOVERY_MILLIS);
        long now = System.nanoTime();
        verdict.require(waited >= 0, "No request succeeded within 30 s of the promotion");
        verdict.say("  promotion took %d ms; serves again %d ms after it, %d ms after the loss"
                .formatted(millis(promoted - began), millis(now - promoted), millis(now - lost)));
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
