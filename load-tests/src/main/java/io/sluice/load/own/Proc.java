package io.sluice.load.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What Linux says in /proc; elsewhere what Java knows of processes. */
public final class Proc {

    /** The kernel's unit of CPU times as it shows them to programs, on every architecture that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    private Proc() {}

    /** With the children that ended and were waited for: a database ends connections and workers now and then. */
    static double cpuSeconds(ProcessHandle process) {
        return ticks(process.pid(), UTIME, STIME, CUTIME, CSTIME).orElseGet(() -> javaCpu(process));
    }

    static double ownCpuSeconds(ProcessHandle process) {
        return ticks(process.pid(), UTIME, STIME).orElseGet(() -> javaCpu(process));
    }

    private static double javaCpu(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    private static Optional<Double> ticks(long pid, int... fields) {
        return read("/proc/" + pid + "/stat").map(stat -> {
            // The name is in parentheses and may hold spaces; field 0 here is the state behind it.
            String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.stream(fields)
                            .mapToLong(field -> Long.parseLong(values[field]))
                            .sum()
                    / TICKS_PER_SECOND;
        });
    }

    static long residentKib(long pid) {
        return read("/proc/" + pid + "/status").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** CPU seconds of the whole machine since it started: everything that was not idle, and what a hypervisor took. */
    public static Optional<Busy> busy() {
        return read("/proc/stat").map(stat -> {
            List<Long> times = Arrays.stream(stat.lines()
                            .findFirst()
                            .orElse("cpu 0 0 0 0 0 0 0 0")
                            .strip()
                            .split("\\s+"))
                    .skip(1)
                    .map(Long::valueOf)
                    .toList();
            long work = times.get(0) + times.get(1) + times.get(2) + times.get(5) + times.get(6);
            return new Busy(work / TICKS_PER_SECOND, times.get(7) / TICKS_PER_SECOND);
        });
    }

    /**
     * @param work CPU seconds of all processes
     * @param stolen CPU seconds that the hypervisor gave to others
     */
    public record Busy(double work, double stolen) {}

    static Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)));
        } catch (IOException notLinuxOrGone) {
            return Optional.empty();
        }
    }
}
