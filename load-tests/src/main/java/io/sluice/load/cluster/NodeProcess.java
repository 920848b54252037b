package io.sluice.load.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A node as a process of its own. */
final class NodeProcess {

    static final String ADMIN = "cluster-trial-administrator";

    private static final long LONGEST_START = 300_000;
    private static final long CYCLE_MILLIS = 10;

    private final String name;
    private final int port = freePort();
    private final int management = freePort();
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    private NodeProcess(String name, List<String> command, Map<String, String> environment, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = new TreeMap<>(environment);
        this.environment.put("SLUICE_HTTP_HOST", "127.0.0.1");
        this.environment.put("SLUICE_HTTP_PORT", Integer.toString(port));
        this.environment.put("SLUICE_MANAGEMENT_HOST", "127.0.0.1");
        this.environment.put("SLUICE_MANAGEMENT_PORT", Integer.toString(management));
        this.environment.put("SLUICE_ADMIN_TOKEN", ADMIN);
        this.log = log;
        this.process = launch();
    }

    /**
     * @param home the folder with sluice.jar
     * @param arguments after {@code serve}
     */
    static NodeProcess start(
            String name, Path home, Path work, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-jar",
                home.resolve("sluice.jar").toString(),
                "serve"));
        command.addAll(arguments);
        command.addAll(1, options());
        Map<String, String> all = new TreeMap<>(environment);
        all.put("SLUICE_DATA_DIR", work.resolve(name).toString());
        return new NodeProcess(name, command, all, work.resolve(name + ".log"));
    }

    /** Further options for Java, such as {@code -XX:TieredStopAtLevel=1} on a machine that has little to give. */
    private static List<String> options() {
        String options = System.getenv().getOrDefault("TRIAL_JAVA_OPTIONS", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    /** Starts it again, as whoever supervises it would. */
    void restart() {
        process = launch();
    }

    private Process launch() {
        try {
            Files.createDirectories(Path.of(environment.getOrDefault("SLUICE_DATA_DIR", ".")));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isJoined() {
        return command.contains("--cluster");
    }

    String name() {
        return name;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    String management() {
        return "http://127.0.0.1:" + management;
    }

    boolean isReady(Http http) {
        return http.get(management() + "/health/ready").status() == 200;
    }

    void awaitReady(Http http) {
        if (Pause.until(() -> isReady(http), LONGEST_START) < 0) {
            throw new IllegalStateException(name + " did not get ready; see " + log);
        }
    }

    void signal(String signal) {
        Signals.send(signal, process.pid());
    }

    /** The exit code, when it ends in time. */
    int awaitExit(long millis) {
        return Pause.until(() -> !process.isAlive(), millis) < 0 ? -1 : process.exitValue();
    }

    /** Milliseconds of CPU used so far. */
    long cpuMillis() {
        return cpuMillis(process.pid());
    }

    static long cpuMillis(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * CYCLE_MILLIS;
        } catch (IOException e) {
            return 0;
        }
    }

    void end() {
        if (process.isAlive()) {
            process.destroyForcibly();
            awaitExit(5_000);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
