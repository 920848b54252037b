package io.sluice.load.own;

import io.sluice.load.drive.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A gateway in a process of its own with its embedded, durable PostgreSQL, started by the launcher as an operator starts it,
 * on free ports of the loopback address and with a data directory that is new or that an earlier run filled.
 */
public final class OwnGateway implements AutoCloseable {

    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final Path data;
    private final URI base;
    private final Admin admin;

    private OwnGateway(Process process, Path data, URI base, String adminToken) {
        this.process = process;
        this.data = data;
        this.base = base;
        this.admin = new Admin(base, adminToken);
    }

    /**
     * Starts one and returns when it is ready; the launcher builds first what is older than its sources.
     *
     * @param launcher the script {@code sluice}
     * @param data the data directory; the log of the process lies beside it
     * @param environment further settings of the gateway, as environment variables
     * @throws IllegalStateException when it ends or is not ready within three minutes; the message names its log
     */
    public static OwnGateway start(Path launcher, Path data, Map<String, String> environment) {
        try {
            Files.createDirectories(data);
            Path log = data.resolveSibling(data.getFileName() + ".log");
            List<Integer> ports = freePorts(2);
            String token = randomToken();
            ProcessBuilder builder = new ProcessBuilder(
                            launcher.toAbsolutePath().toString(),
                            "start",
                            "--data-dir",
                            data.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("SLUICE_HTTP_HOST", "127.0.0.1");
            builder.environment().put("SLUICE_HTTP_PORT", ports.get(0).toString());
            builder.environment().put("SLUICE_MANAGEMENT_HOST", "127.0.0.1");
            builder.environment().put("SLUICE_MANAGEMENT_PORT", ports.get(1).toString());
            builder.environment().put("SLUICE_ADMIN_TOKEN", token);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            URI management = URI.create("http://127.0.0.1:" + ports.get(1));
            new Readiness(management.resolve("/health/ready"), process, log).await(START_SECONDS);
            return new OwnGateway(process, data, URI.create("http://127.0.0.1:" + ports.get(0)), token);
        } catch (IOException e) {
            throw new UncheckedIOException("The gateway cannot be started with " + launcher, e);
        }
    }

    /** Opens all before it closes one, so that no port is named twice. */
    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private static String randomToken() {
        byte[] random = new byte[24];
        new java.security.SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** The administration API, to make tenants with. */
    public Admin admin() {
        return admin;
    }

    /** The tenant {@code default} with the token of the first start. */
    public Target firstTenant() {
        return new Target(URI.create(base + "/tenants/default/scim/v2"), read(data.resolve("first-token")));
    }

    /** The connection URI of its PostgreSQL, with the password that the data directory keeps. */
    public String postgresUri() {
        Path directory = data.resolve("postgres");
        String password = read(directory.resolve("password"));
        String port = read(directory.resolve("cluster/postmaster.pid"))
                .lines()
                .toList()
                .get(3)
                .strip();
        return "postgresql://sluice:" + password + "@127.0.0.1:" + port + "/sluice";
    }

    /** Where its data lies. */
    public Path data() {
        return data;
    }

    /** What it and its database have used until now. */
    public Consumption consumption() {
        return Consumption.of(process.toHandle());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " of the gateway's data directory is missing", e);
        }
    }

    /** Stops it as Ctrl-C does; what was acknowledged is kept. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
