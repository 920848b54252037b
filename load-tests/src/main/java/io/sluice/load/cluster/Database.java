package io.sluice.load.cluster;

import io.sluice.core.control.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** A PostgreSQL of its own, durable, with processes that can be killed and hung. Its supervisor starts it again. */
final class Database implements AutoCloseable {

    private final Path directory;
    private final EmbeddedServer.Running running;

    Database(Path directory) {
        this.directory = directory;
        this.running = ServiceLoader.load(EmbeddedServer.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The PostgreSQL binaries are not on the class path"))
                .start(directory, step -> {});
    }

    String uri() {
        return running.uri();
    }

    /** The first process of the server. */
    ProcessHandle postmaster() {
        try (Stream<Path> files = Files.walk(directory, 4)) {
            Path file = files.filter(path -> path.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run in " + directory));
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long cpuMillis() {
        ProcessHandle first = postmaster();
        return Stream.concat(Stream.of(first), first.descendants())
                .mapToLong(process -> NodeProcess.cpuMillis(process.pid()))
                .sum();
    }

    @Override
    public void close() {
        running.close();
    }
}
