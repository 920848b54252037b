package io.sluice.ldap.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes that are about to be made, on the disk before they are: a directory cannot keep a change and its audit event in one
 * transaction, and this is how a crash between the two is found.
 *
 * <ol>
 *   <li>When {@link #intend} returns, the intents are durable; intents of many threads share one fsync.
 *   <li>What was not {@link #settle settled} when the process ended is {@link #doubtful} after the next start. A settlement may be
 *       lost in a crash: settling again does no harm.
 *   <li>One process at a time may use the file.
 * </ol>
 */
public final class Journal implements AutoCloseable {

    private static final String FILE = "journal.ndjson";
    private static final String DONE = "done";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** When the file has this size it is written anew with what is open. */
    private static final long COMPACT_BYTES = 8L * 1024 * 1024;

    private final Path file;
    private final FileChannel lock;
    private final ReadWriteLock compacting = new ReentrantReadWriteLock();
    private final ConcurrentMap<String, Intent> open = new ConcurrentHashMap<>();
    private final Set<String> doubtful = ConcurrentHashMap.newKeySet();
    private final Queue<String> settled = new ConcurrentLinkedQueue<>();
    private DurableLog log;

    private Journal(Path file, FileChannel lock, Map<String, Intent> left) {
        this.file = file;
        this.lock = lock;
        open.putAll(left);
        doubtful.addAll(left.keySet());
        this.log = rewritten();
    }

    /**
     * @throws IllegalArgumentException when another process uses it, or it cannot be read or written
     */
    public static Journal open(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
            FileChannel lock = FileChannel.open(
                    directory.resolve("journal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IllegalArgumentException(
                        "ldap.audit.journal: another process uses " + directory + "; give each node its own");
            }
            return new Journal(file, lock, read(file));
        } catch (java.nio.channels.OverlappingFileLockException e) {
            throw new IllegalArgumentException(
                    "ldap.audit.journal: another backend of this process uses " + directory, e);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "ldap.audit.journal: " + directory + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * @throws ScimException UNAVAILABLE when they cannot be kept; then nothing may be changed
     */
    public void intend(List<Intent> intents) {
        if (intents.isEmpty()) {
            return;
        }
        intents.forEach(intent -> open.put(intent.operation(), intent));
        try {
            append(intents);
        } catch (UncheckedIOException e) {
            intents.forEach(intent -> open.remove(intent.operation()));
            LOG.error("Nothing is changed in the directory, because the journal cannot be written", e);
            throw new ScimException(ScimError.unavailable(
                    "The journal of the directory's changes cannot be written; nothing was changed.", RETRY_AFTER));
        }
    }

    private void append(List<Intent> intents) {
        compactIfLarge();
        compacting.readLock().lock();
        try {
            log.append(lines(intents));
        } finally {
            compacting.readLock().unlock();
        }
    }

    /** The change has its event, or was not made. */
    public void settle(String operation) {
        if (open.remove(operation) != null) {
            doubtful.remove(operation);
            settled.add(operation);
        }
    }

    /** Nobody knows whether the change was made, or it was and has no event yet. */
    public void doubt(String operation) {
        if (open.containsKey(operation)) {
            doubtful.add(operation);
        }
    }

    public Optional<Intent> intent(String operation) {
        return Optional.ofNullable(open.get(operation));
    }

    /** What has to be looked into. */
    public List<Intent> doubtful() {
        return doubtful.stream()
                .map(operation -> Optional.ofNullable(open.get(operation)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() {
        try {
            rewritten().close();
            log.close();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settlements travel with the next intents; they are worth no fsync of their own. */
    private byte[] lines(List<Intent> intents) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (String operation = settled.poll(); operation != null; operation = settled.poll()) {
            line(lines, ("{\"" + DONE + "\":\"" + operation + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        intents.forEach(intent -> line(lines, intent.json()));
        return lines.toByteArray();
    }

    private static void line(ByteArrayOutputStream lines, byte[] text) {
        if (lines.size() > 0) {
            lines.write('\n');
        }
        lines.writeBytes(text);
    }

    private void compactIfLarge() {
        if (log.size() < COMPACT_BYTES) {
            return;
        }
        compacting.writeLock().lock();
        try {
            if (log.size() >= COMPACT_BYTES) {
                DurableLog old = log;
                log = rewritten();
                old.close();
            }
        } finally {
            compacting.writeLock().unlock();
        }
    }

    private DurableLog rewritten() {
        Path fresh = file.resolveSibling(FILE + ".new");
        try {
            Files.deleteIfExists(fresh);
            settled.clear();
            DurableLog made = DurableLog.open(fresh);
            List<Intent> left = List.copyOf(open.values());
            if (!left.isEmpty()) {
                made.append(lines(left));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Directories.syncAbove(file);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Map<String, Intent> read(Path file) throws IOException {
        Map<String, Intent> left = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return left;
        }
        // A torn last line was not acknowledged, so that its change was not begun.
        DurableLog.open(file).close();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = Intent.parse(line);
            if (node.has(DONE)) {
                left.remove(node.path(DONE).asText());
            } else {
                Intent intent = Intent.of(node);
                left.put(intent.operation(), intent);
            }
        }
        return left;
    }
}
