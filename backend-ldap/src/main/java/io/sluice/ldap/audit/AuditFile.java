package io.sluice.ldap.audit;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Audit events in files of one JSON object per line: {@code audit-00000001.ndjson} and so on. When a file has reached its size
 * the next one begins; older ones are never written to again, lose events only to {@link #prune}, and may be moved away.
 */
public final class AuditFile implements AuditSink {

    private static final String PREFIX = "audit-";
    private static final String SUFFIX = ".ndjson";

    private final Path directory;
    private final long maxBytes;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock pruning = new ReentrantLock();
    private long number;
    private DurableLog log;

    private AuditFile(Path directory, long maxBytes, long number) {
        this.directory = directory;
        this.maxBytes = maxBytes;
        this.number = number;
        this.log = DurableLog.open(file(directory, number));
    }

    public static AuditFile open(Path directory, long maxBytes) {
        return new AuditFile(
                directory,
                maxBytes,
                files(directory).stream().mapToLong(AuditFile::number).max().orElse(1));
    }

    @Override
    public void append(AuditEvent event) {
        lock.readLock().lock();
        try {
            current().append(AuditJson.write(event));
        } catch (UncheckedIOException e) {
            throw new ScimException(ScimError.unavailable(
                    "The change was made, but the audit file does not take its event.", Duration.ofSeconds(5)));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Removes events from all files and answers how many. Writers wait only while the file that grows is rewritten. */
    public long prune(Predicate<AuditEvent> goes) {
        pruning.lock();
        try {
            return prune(new AuditSweep(goes));
        } finally {
            pruning.unlock();
        }
    }

    private long prune(AuditSweep sweep) {
        Path growing = alone(() -> file(directory, number));
        long removed = 0;
        for (Path file : files(directory)) {
            // A file that began after the look at the number is left to the next time.
            if (file.compareTo(growing) < 0) {
                removed += swept(sweep, file);
            }
        }
        return removed + alone(() -> sweptGrowing(sweep, growing));
    }

    private static long swept(AuditSweep sweep, Path file) {
        AuditSweep.Outcome outcome = sweep.over(file);
        if (outcome.left() == 0) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return outcome.removed();
    }

    private long sweptGrowing(AuditSweep sweep, Path file) {
        long removed = sweep.over(file).removed();
        if (removed > 0 && file.equals(file(directory, number))) {
            log.close();
            log = DurableLog.open(file);
        }
        return removed;
    }

    /** While nobody is in the middle of writing an event, whichever file it goes to. */
    private <T> T alone(Supplier<T> work) {
        lock.writeLock().lock();
        try {
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The files, oldest first. */
    public static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)
                            && file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        log.close();
    }

    private synchronized DurableLog current() {
        if (log.size() >= maxBytes) {
            // The old file stays open for those who are writing to it; it is closed with the process.
            log = DurableLog.open(file(directory, ++number));
        }
        return log;
    }

    private static Path file(Path directory, long number) {
        return directory.resolve(PREFIX + String.format("%08d", number) + SUFFIX);
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    }
}
