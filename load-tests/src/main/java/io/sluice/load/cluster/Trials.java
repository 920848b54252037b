package io.sluice.load.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The trials by name; each ends by itself, prints a verdict and exits with 0 or 1. */
public final class Trials {

    private static final int WRONG_USAGE = 2;
    private static final int CLIENTS = 16;
    private static final Map<String, String> BEHIND_A_BALANCER = Map.of("SLUICE_LIFECYCLE_DRAIN_DELAY", "2s");

    private final Path home;
    private final Path work;
    private final Verdict verdict = new Verdict(System.out);

    private Trials(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    /**
     * @param arguments the name of the trial and the folder with sluice.jar
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: Trials split|all-in-one|postgres|promotion|throughput HOME");
            System.exit(WRONG_USAGE);
        }
        Path work = Files.createTempDirectory("sluice-trial-");
        Trials trials = new Trials(Path.of(arguments[1]).toAbsolutePath(), work);
        trials.verdict.say("Logs are in " + work);
        switch (arguments[0]) {
            case "split" -> trials.split();
            case "all-in-one" -> trials.allInOne();
            case "postgres" -> trials.postgres();
            case "promotion" -> trials.promotion();
            case "throughput" -> trials.throughput();
            default -> System.exit(WRONG_USAGE);
        }
        System.exit(trials.verdict.exitCode());
    }

    /** One gateway, two backends; clients that repeat nothing. */
    private void split() {
        try (Database database = new Database(work.resolve("postgres"));
                Fleet fleet = new Fleet(home, work, database.uri())) {
            NodeProcess first = fleet.joined("backend-1", "backend");
            first.awaitReady(fleet.admin());
            NodeProcess second = fleet.joined("backend-2", "backend");
            NodeProcess gateway = fleet.joined("gateway", "gateway");
            second.awaitReady(fleet.admin());
            gateway.awaitReady(fleet.admin());
            underLoad(fleet, gateway.url(), List.of(first, second), false);
        }
    }

    /** Three nodes without a cluster, behind a load balancer; clients that look a user up when a connection broke. */
    private void allInOne() {
        try (Database database = new Database(work.resolve("postgres"));
                Fleet fleet = new Fleet(home, work, database.uri())) {
            NodeProcess first = fleet.alone("node-1", BEHIND_A_BALANCER);
            first.awaitReady(fleet.admin());
            NodeProcess second = fleet.alone("node-2", BEHIND_A_BALANCER);
            NodeProcess third = fleet.alone("node-3", BEHIND_A_BALANCER);
            second.awaitReady(fleet.admin());
            third.awaitReady(fleet.admin());
            try (RoundRobin balancer = new RoundRobin(List.of(first, second, third))) {
                Pause.millis(1_000);
                underLoad(fleet, balancer.url(), List.of(first, second), true);
            }
        }
    }

    /** The load ends before its ledger is read; closing it twice does nothing more. */
    @SuppressWarnings("try")
    private void underLoad(Fleet fleet, String url, List<NodeProcess> nodes, boolean repeats) {
        Http client = fleet.client(url);
        try (Load load = new Load(client, Fleet.scim(url), CLIENTS, repeats)) {
            Incidents incidents = new Incidents(verdict, load, fleet.admin());
            incidents.quiet();
            incidents.kill(nodes.get(0));
            incidents.hang(nodes.get(1));
            incidents.stop(nodes.get(0));
            incidents.restart(nodes.get(0));
            load.close();
            verdict.require(load.later() == 0, load.later() + " requests were refused with 503");
            ledger(client, url, load);
        }
    }

    @SuppressWarnings("try")
    private void postgres() {
        try (Database database = new Database(work.resolve("postgres"));
                Fleet fleet = new Fleet(home, work, database.uri())) {
            NodeProcess node = fleet.alone("node", Map.of());
            node.awaitReady(fleet.admin());
            Http client = fleet.client(node.url());
            try (Load load = new Load(client, Fleet.scim(node.url()), CLIENTS, false)) {
                DatabaseIncidents incidents = new DatabaseIncidents(verdict, load, database);
                incidents.quiet();
                incidents.kill();
                incidents.hang();
                load.close();
                ledger(client, node.url(), load);
            }
        }
    }

    @SuppressWarnings("try")
    private void promotion() {
        try (StandbyPair pair = new StandbyPair(work.resolve("postgres"));
                Fleet fleet = new Fleet(home, work, pair.uri())) {
            NodeProcess node = fleet.alone("node", Map.of());
            node.awaitReady(fleet.admin());
            Http client = fleet.client(node.url());
            try (Load load = new Load(client, Fleet.scim(node.url()), CLIENTS, false)) {
                new Promotion(verdict, load, pair).run();
                load.close();
                ledger(client, node.url(), load);
            }
        }
    }

    private void throughput() {
        new Throughput(verdict, home, work).run();
    }

    private void ledger(Http client, String url, Load load) {
        Ledger.Result result = Ledger.check(client, Fleet.scim(url), load.made());
        verdict.say(result.text());
        verdict.require(result.isClean(), result.text());
    }
}
