package io.sluice.postgres.server;

import io.sluice.core.control.EmbeddedServer;
import io.sluice.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An embedded server of its own, for tests that do it harm. */
public record OwnServer(EmbeddedServer.Running running, Path data) implements AutoCloseable {

    public static OwnServer start(Path data) {
        return new OwnServer(new EmbeddedPostgres(TestBinaries.DIRECTORY).start(data, step -> {}), data);
    }

    public String uri() {
        return running.uri();
    }

    /** kill -9. */
    public void kill() throws IOException {
        postmaster().destroyForcibly();
    }

    /** Nothing of the server runs until {@link #resume}. */
    public void suspend() throws IOException {
        signal("-STOP");
    }

    public void resume() throws IOException {
        signal("-CONT");
    }

    /** Ends at once, without a last checkpoint over everything that nobody wants to keep. */
    void quit() {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("cluster").resolve("postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private void signal(String signal) throws IOException {
        ProcessHandle postmaster = postmaster();
        List<String> command = new ArrayList<>(List.of("kill", signal));
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> Long.toString(process.pid()))
                .forEach(command::add);
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
