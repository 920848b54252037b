package io.sluice.load.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same load on one, two and three nodes and through a cluster, with the CPU that each process used. */
final class Throughput {

    private static final int CLIENTS = 32;
    private static final long WARM_MILLIS = 6_000;
    private static final long MEASURED_MILLIS = 8_000;

    private final Verdict verdict;
    private final Path home;
    private final Path work;

    Throughput(Verdict verdict, Path home, Path work) {
        this.verdict = verdict;
        this.home = home;
        this.work = work;
    }

    void run() {
        for (int count = 1; count <= 3; count++) {
            try (Fleet fleet = new Fleet(home, work.resolve("nodes-" + count))) {
                List<NodeProcess> nodes = new ArrayList<>();
                for (int i = 1; i <= count; i++) {
                    nodes.add(fleet.alone("node-" + i, Map.of()));
                    nodes.getLast().awaitReady(fleet.admin());
                }
                measure(count + " all-in-one", fleet, nodes, nodes);
            }
        }
        try (Fleet fleet = new Fleet(home, work.resolve("split"))) {
            NodeProcess backend = fleet.joined("backend", "backend");
            backend.awaitReady(fleet.admin());
            NodeProcess gateway = fleet.joined("gateway", "gateway");
            gateway.awaitReady(fleet.admin());
            measure("1 gateway and 1 backend", fleet, List.of(gateway), List.of(gateway, backend));
        }
    }

    private void measure(String name, Fleet fleet, List<NodeProcess> entrances, List<NodeProcess> nodes) {
        Http client = fleet.client(entrances.getFirst().url());
        List<Load> loads = entrances.stream()
                .map(node -> new Load(client, Fleet.scim(node.url()), CLIENTS / entrances.size(), false))
                .toList();
        Pause.millis(WARM_MILLIS);
        int doneBefore = loads.stream().mapToInt(Load::done).sum();
        List<Long> cpuBefore = nodes.stream().map(NodeProcess::cpuMillis).toList();
        long databaseBefore = fleet.database().cpuMillis();
        long driverBefore = NodeProcess.cpuMillis(ProcessHandle.current().pid());
        Pause.millis(MEASURED_MILLIS);
        int done = loads.stream().mapToInt(Load::done).sum() - doneBefore;
        StringBuilder line =
                new StringBuilder("%s: %d requests/s; CPU".formatted(name, done * 1_000L / MEASURED_MILLIS));
        for (int i = 0; i < nodes.size(); i++) {
            line.append(share(nodes.get(i).name(), nodes.get(i).cpuMillis() - cpuBefore.get(i)));
        }
        line.append(share("PostgreSQL", fleet.database().cpuMillis() - databaseBefore));
        line.append(
                share("driver", NodeProcess.cpuMillis(ProcessHandle.current().pid()) - driverBefore));
        verdict.say(line.toString());
        loads.forEach(Load::close);
        loads.forEach(load -> verdict.require(
                load.failures().isEmpty(), name + ": " + load.failures().peek()));
    }

    private static String share(String name, long millis) {
        return " %s %d %%".formatted(name, millis * 100 / MEASURED_MILLIS);
    }
}
