package io.sluice.ldap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is told that a line is on the disk when it is not, and no line spoils another. */
final class DurableLogTest {

    private static final int FOLLOWERS = 8;

    @TempDir
    Path directory;

    private FillingDisk disk;
    private DurableLog log;

    @BeforeEach
    void open() throws IOException {
        Path file = directory.resolve("log");
        disk = new FillingDisk(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        log = new DurableLog(file, disk);
    }

    @Test
    void aFailureIsToldToAllWhoseLinesWereWrittenTogether() throws InterruptedException, IOException {
        disk.hold = new CountDownLatch(1);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        threads.add(append("first", acknowledged));
        disk.entered.await();
        for (int i = 0; i < FOLLOWERS; i++) {
            threads.add(append("follower-" + i, acknowledged));
        }
        awaitWaiting(threads.subList(1, threads.size()));
        disk.room.set("first\n".length() + 3);
        disk.hold.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(acknowledged).containsExactly("first");
        disk.room.set(Integer.MAX_VALUE);
        log.append(bytes("later"));
        assertThat(Files.readAllLines(directory.resolve("log"))).containsExactly("first", "later");
    }

    @Test
    void aDiskThatStaysFullTakesNothing() throws IOException {
        log.append(bytes("whole"));
        disk.room.set(2);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> log.append(bytes("refused"))).isInstanceOf(UncheckedIOException.class);
        }
        disk.room.set(Integer.MAX_VALUE);
        log.append(bytes("next"));

        assertThat(Files.readAllLines(directory.resolve("log"))).containsExactly("whole", "next");
    }

    private Thread append(String line, Queue<String> acknowledged) {
        return Thread.ofPlatform().start(() -> {
            try {
                log.append(bytes(line));
                acknowledged.add(line);
            } catch (UncheckedIOException e) {
                // Told that it failed.
            }
        });
    }

    private static void awaitWaiting(List<Thread> threads) {
        while (!threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Has room for so many bytes, and writes as many of them as fit before it fails. */
    private static final class FillingDisk implements Disk {

        private final Disk real;
        private final CountDownLatch entered = new CountDownLatch(1);
        private volatile CountDownLatch hold = new CountDownLatch(0);
        private final AtomicInteger room = new AtomicInteger(Integer.MAX_VALUE);

        private FillingDisk(FileChannel channel) {
            this.real = Disk.of(channel);
        }

        @Override
        public void write(ByteBuffer buffer) throws IOException {
            entered.countDown();
            await(hold);
            boolean full = buffer.remaining() > room.get();
            ByteBuffer fitting = buffer.slice(buffer.position(), Math.min(buffer.remaining(), room.get()));
            buffer.position(buffer.position() + fitting.remaining());
            room.addAndGet(-fitting.remaining());
            while (fitting.hasRemaining()) {
                real.write(fitting);
            }
            if (full) {
                throw new IOException("No space left on device");
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void force() throws IOException {
            real.force();
        }

        @Override
        public void truncate(long length) throws IOException {
            real.truncate(length);
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
