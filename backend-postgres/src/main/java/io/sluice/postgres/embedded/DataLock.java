package io.sluice.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a data directory for one gateway; the operating system releases it when the process ends in any way. */
final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock take(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw EmbeddedFailure.because("Another gateway runs on the data directory "
                        + file.toAbsolutePath().getParent() + "; stop it, or choose another with SLUICE_DATA_DIR.");
            }
            return new DataLock(channel);
        } catch (IOException e) {
            throw EmbeddedFailure.because("The data directory cannot be locked with " + file, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw EmbeddedFailure.because("The lock of the data directory cannot be released", e);
        }
    }
}
