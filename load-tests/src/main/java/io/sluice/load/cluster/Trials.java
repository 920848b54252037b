package io.sluice.load.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The trials by name; each ends by itself. */
final class Trials {

    static final List<String> NAMES = List.of("split", "all-in-one", "postgres", "promotion", "throughput");

    private static final int CLIENTS = 16;
    /** What is new to Java is slow for some seconds; it is not what a trial looks at. */
    private static final long WARM_MILLIS = 8_000;

    private static final Map<String, String> BEHIND_A_BALANCER = Map.of("SLUICE_LIFECYCLE_DRAIN_DELAY", "2s");

    private final Path home;
    private final Path work;
    private final Verdict verdict;

    /**
     * @param home the folder with sluice.jar
     * @param work an empty folder for data and logs
     */
    Trials(Path home, Path work, Verdict verdict) {
        this.home = home;
        this.work = work;
        this.verdict = verdict;
    }

    /**
     * What goes wrong with the trial itself is a fault of its verdict, too.
     *
     * @param name one of {@link #NAMES}
     */
    void run(String name) {
        try {
            switch (name) {
                case "split" -> split();
                case "all-in-one" -> allInOne();
                case "postgres" -> postgres();
                case "promotion" -> promotion();
                case "throughput" -> throughput();
                default -> throw new IllegalArgumentException("There is no trial " + name);
            }
        } catch (RuntimeException e) {
            verdict.require(false, "The trial came to no end: " + e);
        }
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
            Pause.millis(WARM_MILLIS);
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
                Pause.millis(WARM_MILLIS);
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
                Pause.millis(WARM_MILLIS);
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
