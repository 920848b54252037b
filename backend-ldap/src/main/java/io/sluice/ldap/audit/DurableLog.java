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
    private final FileChannel channel;
    private final Queue<Line> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    private DurableLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Makes the file if it is not there. */
    public static DurableLog open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            cutTornLine(file);
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            return new DurableLog(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    public void append(byte[] text) {
        Line line = new Line(text);
        waiting.add(line);
        writing.lock();
        try {
            if (!line.written) {
                flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    /** The length of the file in bytes. */
    public long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush() throws IOException {
        List<Line> lines = new ArrayList<>();
        int length = 0;
        for (Line line = waiting.poll(); line != null; line = waiting.poll()) {
            lines.add(line);
            length += line.text.length + 1;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        lines.forEach(line -> buffer.put(line.text).put((byte) '\n'));
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(false);
        lines.forEach(line -> line.written = true);
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

    private static final class Line {

        private final byte[] text;
        private boolean written;

        private Line(byte[] text) {
            this.text = text;
        }
    }
}
