package io.sluice.load.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same load on one, two and three nodes and through a cluster, with the CPU that each process used. */
final class Throughput {

    private static final int CLIENTS = 32;
    /** What the compilers need for one node on two processors, and most of it for three: four times this is most of the trial. */
    private static final long WARM_MILLIS = 70_000;

    private static final long MEASURED_MILLIS = 8_000;

    /**
     * @param rate requests per second
     * @param cost microseconds of the nodes' CPU for each of them
     */
    private record Measured(long rate, long cost) {}

    private final Verdict verdict;
    private final Path home;
    private final Path work;

    Throughput(Verdict verdict, Path home, Path work) {
        this.verdict = verdict;
        this.home = home;
        this.work = work;
    }

    void run() {
        verdict.say("| nodes | requests/s | nodes' CPU for each | CPU of each process, 100 % is one core |");
        verdict.say("| --- | --- | --- | --- |");
        Measured local = alone(1);
        alone(2);
        alone(3);
        Measured clustered = split();
        verdict.say(
                "The clustered bus against the local one: %d %% of the requests/s, %d instead of %d µs of CPU for each"
                        .formatted(clustered.rate() * 100 / Math.max(1, local.rate()), clustered.cost(), local.cost()));
    }

    private Measured alone(int count) {
        Path place = work.resolve("nodes-" + count);
        try (Database database = new Database(place.resolve("postgres"));
                Fleet fleet = new Fleet(home, place, database.uri())) {
            List<NodeProcess> nodes = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                nodes.add(fleet.alone("node-" + i, Map.of()));
                nodes.getLast().awaitReady(fleet.admin());
            }
            return measure(count + " all-in-one", database, fleet, nodes, nodes);
        }
    }

    private Measured split() {
        Path place = work.resolve("split");
        try (Database database = new Database(place.resolve("postgres"));
                Fleet fleet = new Fleet(home, place, database.uri())) {
            NodeProcess backend = fleet.joined("backend", "backend");
            backend.awaitReady(fleet.admin());
            NodeProcess gateway = fleet.joined("gateway", "gateway");
            gateway.awaitReady(fleet.admin());
            return measure("1 gateway and 1 backend", database, fleet, List.of(gateway), List.of(gateway, backend));
        }
    }

    private Measured measure(
            String name, Database database, Fleet fleet, List<NodeProcess> entrances, List<NodeProcess> nodes) {
        Http client = fleet.client(entrances.getFirst().url());
        List<Load> loads = entrances.stream()
                .map(node -> new Load(client, Fleet.scim(node.url()), CLIENTS / entrances.size(), false))
                .toList();
        Pause.millis(WARM_MILLIS);
        int doneBefore = loads.stream().mapToInt(Load::done).sum();
        List<Long> cpuBefore = nodes.stream().map(NodeProcess::cpuMillis).toList();
        long databaseBefore = database.cpuMillis();
        long driverBefore = ownCpu();
        Pause.millis(MEASURED_MILLIS);
        int done = loads.stream().mapToInt(Load::done).sum() - doneBefore;
        long used = 0;
        StringBuilder shares = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            long cpu = nodes.get(i).cpuMillis() - cpuBefore.get(i);
            used += cpu;
            shares.append(share(nodes.get(i).name(), cpu)).append(", ");
        }
        shares.append(share("PostgreSQL", database.cpuMillis() - databaseBefore))
                .append(", ");
        shares.append(share("driver", ownCpu() - driverBefore));
        loads.forEach(Load::close);
        loads.forEach(load -> verdict.require(
                load.failures().isEmpty(), name + ": " + load.failures().peek()));
        Measured measured = new Measured(done * 1_000L / MEASURED_MILLIS, used * 1_000L / Math.max(1, done));
        verdict.say("| %s | %d | %d µs | %s |".formatted(name, measured.rate(), measured.cost(), shares));
        return measured;
    }

    private static long ownCpu() {
        return NodeProcess.cpuMillis(ProcessHandle.current().pid());
    }

    private static String share(String name, long millis) {
        return "%s %d %%".formatted(name, millis * 100 / MEASURED_MILLIS);
    }
}
