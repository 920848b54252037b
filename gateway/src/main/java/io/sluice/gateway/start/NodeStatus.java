package io.sluice.gateway.start;

import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.metrics.RequestRates;
import io.sluice.gateway.system.NodeReport;
import io.sluice.gateway.system.PartReport;
import io.sluice.gateway.system.PartReport.Kind;
import io.sluice.gateway.system.PeerReport;
import io.sluice.gateway.system.SystemReport;
import io.sluice.gateway.system.SystemStatus;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** This node as it sees itself. */
final class NodeStatus implements SystemStatus {

    private final Readiness readiness;
    private final String controlStore;
    private final BackendDirectory backends;
    private final Dispatcher dispatcher;
    private final RequestRates rates;
    private final Optional<Cluster> cluster;
    private final String name = hostName();
    private final Instant startedAt = Instant.now();

    /**
     * @param controlStore what kind of store that is
     */
    NodeStatus(
            Readiness readiness,
            String controlStore,
            BackendDirectory backends,
            Dispatcher dispatcher,
            RequestRates rates,
            Optional<Cluster> cluster) {
        this.readiness = readiness;
        this.controlStore = controlStore;
        this.backends = backends;
        this.dispatcher = dispatcher;
        this.rates = rates;
        this.cluster = cluster;
    }

    @Override
    public Future<SystemReport> report() {
        return readiness
                .check()
                .map(found -> new SystemReport(
                        BuildInfo.version(),
                        Runtime.version().toString(),
                        List.of(node()),
                        parts(found.faults()),
                        peers()));
    }

    @Override
    public List<RequestRates.Span> lastHour() {
        return rates.lastHour();
    }

    private NodeReport node() {
        Runtime runtime = Runtime.getRuntime();
        return new NodeReport(
                name,
                startedAt,
                runtime.availableProcessors(),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                rates.lastMinute());
    }

    private List<PeerReport> peers() {
        return cluster.map(joined -> joined.peers().sightings()).orElse(List.of()).stream()
                .map(seen -> new PeerReport(seen.node(), seen.backend(), seen.load(), seen.fault(), seen.leftAlone()))
                .toList();
    }

    private List<PartReport> parts(Map<String, Optional<String>> faults) {
        List<PartReport> parts = new ArrayList<>();
        parts.add(new PartReport(Kind.CONTROL_STORE, controlStore, fault(faults, "control"), false));
        backends.names().stream()
                .sorted()
                .map(backend -> new PartReport(
                        Kind.BACKEND, backend, fault(faults, "backend." + backend), dispatcher.isOpen(backend)))
                .forEach(parts::add);
        return parts;
    }

    private static Optional<String> fault(Map<String, Optional<String>> faults, String part) {
        return faults.getOrDefault(part, Optional.of("missing"));
    }

    /** As the environment says it: a look-up of one's own name can wait for a name server. */
    private static String hostName() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .or(NodeStatus::fromFile)
                .orElse("localhost");
    }

    private static Optional<String> fromFile() {
        try {
            return Optional.of(Files.readString(Path.of("/etc/hostname")).strip())
                    .filter(name -> !name.isEmpty());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
