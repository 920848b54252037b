package io.sluice.ldap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditFileTest {

    private static final long SMALL = 2_000;

    @TempDir
    Path directory;

    @Test
    void eventsOfManyThreadsAreAllThereOnce() throws IOException {
        try (AuditFile file = AuditFile.open(directory, SMALL);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 100).forEach(i -> threads.execute(() -> file.append(event("event-" + i))));
        }

        assertThat(read()).extracting(AuditEvent::id).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void theNextFileBeginsWhenOneIsFull() throws IOException {
        try (AuditFile file = AuditFile.open(directory, SMALL)) {
            IntStream.range(0, 20).forEach(i -> file.append(event("event-" + i)));
        }

        assertThat(AuditFile.files(directory))
                .hasSizeGreaterThan(1)
                .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(2 * SMALL));
        assertThat(read()).hasSize(20);
    }

    @Test
    void aLineThatACrashHasTornIsCutOff() throws IOException {
        try (AuditFile file = AuditFile.open(directory, SMALL)) {
            file.append(event("whole"));
        }
        Files.writeString(AuditFile.files(directory).getLast(), "{\"id\":\"to", StandardOpenOption.APPEND);

        try (AuditFile file = AuditFile.open(directory, SMALL)) {
            file.append(event("next"));
        }

        assertThat(read()).extracting(AuditEvent::id).containsExactly("whole", "next");
    }

    @Test
    void whatIsPrunedWhileManyThreadsWriteCostsNoOtherEvent() throws IOException {
        try (AuditFile file = AuditFile.open(directory, SMALL)) {
            IntStream.range(0, 20).forEach(i -> file.append(event("old-" + i)));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 60).forEach(i -> threads.execute(() -> file.append(event("new-" + i))));
                IntStream.range(0, 3)
                        .forEach(i -> threads.execute(
                                () -> file.prune(event -> event.id().startsWith("old-"))));
            }
            file.append(event("new-last"));
        }

        assertThat(read())
                .extracting(AuditEvent::id)
                .hasSize(61)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).startsWith("new-"));
    }

    @Test
    void aFileOfWhichNothingIsLeftIsRemovedAndTheOneThatGrowsGrowsOn() throws IOException {
        try (AuditFile file = AuditFile.open(directory, SMALL)) {
            IntStream.range(0, 20).forEach(i -> file.append(event("event-" + i)));
            assertThat(file.prune(event -> true)).isEqualTo(20);
            assertThat(AuditFile.files(directory)).hasSize(1);
            file.append(event("after"));
        }

        assertThat(read()).extracting(AuditEvent::id).containsExactly("after");
    }

    @Test
    void anEventIsReadAsItWasWritten() {
        AuditEvent event = event("1");

        assertThat(AuditJson.read(new String(AuditJson.write(event), java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(event);
    }

    private List<AuditEvent> read() throws IOException {
        List<AuditEvent> events = new ArrayList<>();
        for (Path file : AuditFile.files(directory)) {
            Files.readAllLines(file).forEach(line -> events.add(AuditJson.read(line)));
        }
        return events;
    }

    private static AuditEvent event(String id) {
        return new AuditEvent(
                id,
                Instant.parse("2026-01-01T00:00:00.123Z"),
                "acme",
                "User Updated",
                "entra",
                "credential-1",
                "User/7",
                "success",
                "request-1",
                "192.0.2.1",
                List.of(new AuditChange("title", Optional.of("\"a\n\""), Optional.empty())));
    }
}
