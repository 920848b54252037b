package io.sluice.load.report;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the figures come from.
 *
 * @param memoryMib of the machine
 */
public record Machine(String cpu, int processors, long memoryMib, String system, String java) {

    /** This one. */
    public static Machine here() {
        return new Machine(
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.version().toString());
    }

    private static String cpuModel() {
        try {
            return Files.readString(Path.of("/proc/cpuinfo"))
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20
                : 0;
    }

    JsonObject json() {
        return new JsonObject()
                .put("cpu", cpu)
                .put("processors", processors)
                .put("memoryMib", memoryMib)
                .put("system", system)
                .put("java", java);
    }

    static Machine from(JsonObject json) {
        return new Machine(
                json.getString("cpu"),
                json.getInteger("processors"),
                json.getLong("memoryMib"),
                json.getString("system"),
                json.getString("java"));
    }
}
