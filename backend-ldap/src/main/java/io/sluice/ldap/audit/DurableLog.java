package io.sluice.ldap.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file of lines that only grows. A line is on the disk when {@link #append} returns; lines of many threads share one fsync.
 * A line that a crash has torn is cut off when the file is opened: nobody was told that it is there.
 */
public final class DurableLog implements AutoCloseable {

    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final Disk disk;
    private final Queue<Line> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /** The length of what is known to be there; behind it may be what a failure has left. */
    private long whole;

    private boolean torn;

    DurableLog(Path file, Disk disk) throws IOException {
        this.file = file;
        this.disk = disk;
        this.whole = disk.size();
    }

    /** Makes the file if it is not there. */
    public static DurableLog open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            cutTornLine(file);
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                Directories.syncAbove(file);
            }
            return new DurableLog(
                    file,
                    Disk.of(FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * @throws UncheckedIOException when it is not on the disk, also when another thread has tried to write it; it may be there
     *     nevertheless after a crash
     */
    public void append(byte[] text) {
        Line line = new Line(text);
        waiting.add(line);
        writing.lock();
        try {
            if (line.state instanceof State.Waiting) {
                flush();
            }
        } finally {
            writing.unlock();
        }
        if (line.state instanceof State.Failed failed) {
            throw new UncheckedIOException(
                    "The file " + file + " cannot be written: " + failed.cause.getMessage(), failed.cause);
        }
    }

    /** The length of the file in bytes. */
    public long size() {
        try {
            return disk.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            disk.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settles all that wait, one way or the other. */
    private void flush() {
        List<Line> lines = new ArrayList<>();
        int length = 0;
        for (Line line = waiting.poll(); line != null; line = waiting.poll()) {
            lines.add(line);
            length += line.text.length + 1;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        lines.forEach(line -> buffer.put(line.text).put((byte) '\n'));
        State state = written(buffer.flip());
        lines.forEach(line -> line.state = state);
    }

    private State written(ByteBuffer buffer) {
        try {
            cutBack();
            torn = true;
            int length = buffer.remaining();
            while (buffer.hasRemaining()) {
                disk.write(buffer);
            }
            disk.force();
            whole += length;
            torn = false;
            return new State.Written();
        } catch (IOException e) {
            return new State.Failed(e);
        }
    }

    /** What a failure has left would make the next line unreadable. */
    private void cutBack() throws IOException {
        if (torn) {
            disk.truncate(whole);
            torn = false;
        }
    }

    private static void cutTornLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
            long length = random.length();
            while (length > 0) {
                random.seek(length - 1);
                if (random.read() == '\n') {
                    break;
                }
                length--;
            }
            random.setLength(length);
        }
    }

    private sealed interface State {

        record Waiting() implements State {}

        record Written() implements State {}

        record Failed(IOException cause) implements State {}
    }

    private static final class Line {

        private final byte[] text;
        private State state = new State.Waiting();

        private Line(byte[] text) {
            this.text = text;
        }
    }
}
