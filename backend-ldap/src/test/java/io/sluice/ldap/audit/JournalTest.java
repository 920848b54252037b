package io.sluice.ldap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {

    @TempDir
    Path directory;

    @Test
    void whatIsNotSettledIsDoubtfulAfterwards() {
        Intent open = intent(1);
        Intent settled = intent(1);
        try (Journal journal = Journal.open(directory)) {
            journal.intend(List.of(open, settled));
            journal.intend(List.of());
            journal.settle(settled.operation());
            assertThat(journal.doubtful()).isEmpty();
        }

        try (Journal journal = Journal.open(directory)) {
            assertThat(journal.doubtful()).containsExactly(open);
        }
    }

    @Test
    void aTornLastLineIsForgotten() throws IOException {
        Intent whole = intent(1);
        try (Journal journal = Journal.open(directory)) {
            journal.intend(List.of(whole));
        }
        Files.writeString(directory.resolve("journal.ndjson"), "{\"kind\":\"CRE", StandardOpenOption.APPEND);

        try (Journal journal = Journal.open(directory)) {
            assertThat(journal.doubtful()).containsExactly(whole);
        }
    }

    @Test
    void itDoesNotGrowWithWhatIsSettled() throws IOException {
        Intent left = intent(1);
        try (Journal journal = Journal.open(directory)) {
            journal.intend(List.of(left));
            for (int round = 0; round < 12; round++) {
                List<Intent> some =
                        IntStream.range(0, 10).mapToObj(i -> intent(100_000)).toList();
                journal.intend(some);
                some.forEach(intent -> journal.settle(intent.operation()));
            }
            assertThat(Files.size(directory.resolve("journal.ndjson"))).isLessThan(10_000_000);
        }

        try (Journal journal = Journal.open(directory)) {
            assertThat(journal.doubtful()).containsExactly(left);
        }
    }

    private static Intent intent(int length) {
        String id = UUID.randomUUID().toString();
        AuditEvent event = new AuditEvent(
                id,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                "acme",
                "User Created",
                "okta",
                "x".repeat(length),
                "User/",
                "success",
                "req",
                "127.0.0.1",
                List.of());
        return new Intent(Intent.Kind.CREATE, new TenantId("acme", 7), "User", "", "", event);
    }
}
