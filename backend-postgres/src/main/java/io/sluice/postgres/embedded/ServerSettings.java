package io.sluice.postgres.embedded;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the server is told on its command line, so that a newer gateway brings its newer settings along. */
record ServerSettings(Map<String, String> values) {

    private static final long MIB = 1L << 20;

    ServerSettings {
        values = Map.copyOf(values);
    }

    static ServerSettings forPort(int port) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("listen_addresses", "127.0.0.1");
        values.put("port", Integer.toString(port));
        values.put("unix_socket_directories", "");
        values.put("max_connections", "100");
        values.put("shared_buffers", sharedBuffersMib(physicalMemory()) + "MB");
        // Durability is the promise; it is written out so that no configuration file can take it away.
        values.put("fsync", "on");
        values.put("synchronous_commit", "on");
        values.put("full_page_writes", "on");
        values.put("max_wal_size", "2GB");
        values.put("random_page_cost", "1.1");
        // Statements are short; compiling one would cost more than running it.
        values.put("jit", "off");
        values.put("timezone", "UTC");
        values.put("log_timezone", "UTC");
        // Keys and parameters hold personal data, which does not belong in a log.
        values.put("log_error_verbosity", "terse");
        values.put("log_min_error_statement", "panic");
        values.put("log_parameter_max_length_on_error", "0");
        return new ServerSettings(values);
    }

    /** An eighth of the memory, within what pays off. */
    static long sharedBuffersMib(long memory) {
        return Math.clamp(memory / 8 / MIB, 64, 1024);
    }

    private static long physicalMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 1024 * MIB;
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        values.forEach((key, value) -> arguments.addAll(List.of("-c", key + "=" + value)));
        return arguments;
    }
}
