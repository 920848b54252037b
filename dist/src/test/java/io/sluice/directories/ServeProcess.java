package io.sluice.directories;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code sluice serve} in a process of its own, which can be killed. */
final class ServeProcess implements AutoCloseable {

    private static final Pattern SERVES = Pattern.compile("Sluice serves on port (\\d+),.*");
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final String url;

    private ServeProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Returns when it serves. */
    static ServeProcess start(Path config, Path dataDirectory) {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.sluice.gateway.cli.Main",
                            "serve",
                            "--config",
                            config.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment()
                    .putAll(Map.of(
                            "SLUICE_ADMIN_TOKEN", Gateway.ADMIN_TOKEN, "SLUICE_DATA_DIR", dataDirectory.toString()));
            Process process = builder.start();
            return new ServeProcess(process, "http://127.0.0.1:" + port(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Client admin() {
        return new Client(url + "/admin/v1", Gateway.ADMIN_TOKEN);
    }

    Client tenant(String slug, String token) {
        return new Client(url + "/tenants/" + slug + "/scim/v2", token);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        kill();
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The gateway did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What it prints after that line fits into the pipe. */
    @SuppressWarnings("resource")
    private static String port(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher serves = SERVES.matcher(line);
            if (serves.matches()) {
                return serves.group(1);
            }
        }
        throw new AssertionError("The gateway ended before it served");
    }
}
