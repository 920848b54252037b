package io.sluice.gateway.demo;

import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of the demo from the check of the ledger to the summary. */
final class DemoRun {

    private final Target target;
    private final HttpClient client;
    private final Ledger ledger;
    private final Map<String, String> acknowledged;
    private final PrintWriter out;
    private final boolean terminal;

    /**
     * @param acknowledged ids and user names that earlier runs were told are stored
     */
    DemoRun(
            HttpClient client,
            Target target,
            Ledger ledger,
            Map<String, String> acknowledged,
            PrintWriter out,
            boolean terminal) {
        this.client = client;
        this.target = target;
        this.ledger = ledger;
        this.acknowledged = acknowledged;
        this.out = out;
        this.terminal = terminal;
    }

    /** Returns whether nothing failed. */
    boolean run(int users, int groups, int concurrency) {
        Measurements measurements = new Measurements();
        ScimSession scim = new ScimSession(client, target, measurements);
        Workers workers = new Workers(concurrency);
        EntraCycle cycle = new EntraCycle(scim, ledger, workers, this::bar);
        long begin = System.nanoTime();
        try {
            cycle.testConnection();
            out.println("Test Connection: successful");
            checkLedger(scim, workers);
            cycle.initial(users, groups);
            cycle.incremental(users, groups);
        } catch (ScimSession.StepFailed counted) {
            out.println("Test Connection: failed");
        }
        out.println();
        out.print(new Summary(measurements, Duration.ofNanos(System.nanoTime() - begin)).text());
        out.flush();
        return measurements.failures().isEmpty();
    }

    private void checkLedger(ScimSession scim, Workers workers) {
        List<Map.Entry<String, String>> users = List.copyOf(acknowledged.entrySet());
        if (users.isEmpty()) {
            return;
        }
        AtomicInteger present = new AtomicInteger();
        workers.each(users.size(), bar(new EntraCycle.Phase("users of earlier runs", users.size())), index -> {
            var user = users.get(index);
            var found = scim.get(Step.CHECK, "/Users/" + user.getKey());
            scim.expect(
                    Step.CHECK,
                    found.path("userName").asText().equals(user.getValue()),
                    "user " + user.getKey() + " was acknowledged by an earlier run and is not there");
            present.incrementAndGet();
        });
        out.println(present.get() + " of " + users.size() + " users that earlier runs were told are stored are there");
    }

    private ProgressBar bar(EntraCycle.Phase phase) {
        return new ProgressBar(out, terminal, phase.label(), phase.pieces());
    }
}
