package io.sluice.load.own;

import java.util.List;

/**
 * CPU seconds since the start and resident memory now, of a gateway and of the processes below it.
 *
 * @param gatewayCpuSeconds of the Java process
 * @param databaseCpuSeconds of PostgreSQL's processes
 * @param gatewayMemoryKib resident; 0 where the system does not tell
 */
public record Consumption(double gatewayCpuSeconds, double databaseCpuSeconds, long gatewayMemoryKib) {

    public static final Consumption NONE = new Consumption(0, 0, 0);

    static Consumption of(ProcessHandle gateway) {
        List<ProcessHandle> below = gateway.descendants().toList();
        double database = below.stream().mapToDouble(Proc::cpuSeconds).sum();
        return new Consumption(Proc.ownCpuSeconds(gateway), database, Proc.residentKib(gateway.pid()));
    }

    /** What was used since an earlier moment. */
    public Consumption since(Consumption earlier) {
        return new Consumption(
                gatewayCpuSeconds - earlier.gatewayCpuSeconds,
                databaseCpuSeconds - earlier.databaseCpuSeconds,
                gatewayMemoryKib);
    }

    public Consumption plus(Consumption other) {
        return new Consumption(
                gatewayCpuSeconds + other.gatewayCpuSeconds,
                databaseCpuSeconds + other.databaseCpuSeconds,
                Math.max(gatewayMemoryKib, other.gatewayMemoryKib));
    }

    public double cpuSeconds() {
        return gatewayCpuSeconds + databaseCpuSeconds;
    }
}
