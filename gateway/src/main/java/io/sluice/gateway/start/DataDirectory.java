package io.sluice.gateway.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** What the zero-configuration start keeps between runs: the server's data and a few secrets, for their owner's eyes only. */
public final class DataDirectory implements AutoCloseable {

    /** The bearer of the administration API. */
    public static final String ADMIN_TOKEN = "admin-token";

    /** The provisioning token that the very first start made. */
    public static final String FIRST_TOKEN = "first-token";

    static final String LOCK = "lock";

    /** Stands there once the first start was completed. */
    static final String INITIALISED = "initialised";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Looks whether it could be taken, and changes nothing.
     *
     * @throws StartException when another process has it
     */
    static void requireFree(Path path) {
        Path lock = path.resolve(LOCK);
        if (!Files.exists(lock)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw taken(path);
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /**
     * Makes the directory if needed and takes it for this process.
     *
     * @throws StartException when it cannot be used or another process has it
     */
    public static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw taken(path);
            }
            note(channel);
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static StartException taken(Path path) {
        return new StartException("Another Sluice runs with the data directory " + path.toAbsolutePath()
                + "; stop it, or choose another one with SLUICE_DATA_DIR.");
    }

    private static StartException unusable(Path path, IOException cause) {
        return new StartException(
                "The data directory " + path.toAbsolutePath() + " cannot be used: " + cause.getMessage());
    }

    /** Whose it is, for commands that wonder why nobody answers yet. */
    private static void note(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether a process that took the directory still lives. A guess: numbers of processes are used again. */
    public static boolean isTaken(Path directory) {
        return read(directory, LOCK)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .isPresent();
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    public boolean has(String name) {
        return Files.exists(file(name));
    }

    public Optional<String> read(String name) {
        return read(path, name);
    }

    /** A secret of a directory that another process may have taken. */
    public static Optional<String> read(Path directory, String name) {
        try {
            Path file = directory.resolve(name);
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a secret that only the owner can read; there is no moment at which others can, nor a half-written file. */
    public void write(String name, String text) {
        try {
            Path draft = file(name + ".new");
            Files.deleteIfExists(draft);
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(draft);
            }
            Files.writeString(draft, text + "\n", StandardCharsets.UTF_8, StandardOpenOption.SYNC);
            Files.move(draft, file(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartException(
                    "The file " + file(name).toAbsolutePath() + " cannot be written: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
