package io.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.sluice.postgres.server.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A server that neither answers nor closes: whoever asks is told so, everybody, and afterwards all is as before. */
@EnabledOnOs(OS.LINUX)
final class HangingDatabaseTest {

    /** Without the settings of one tenant, which a node still knows for a while. */
    private static final List<String> PATHS = List.of(
            "/tenants",
            "/tenants/acme/tokens",
            "/tenants/acme/audit",
            "/administrators",
            "/tenants/acme/oauth-clients",
            "/tenants/acme/connections",
            "/tenants/acme/users");

    @Test
    void everyAdministratorIsAnswered() throws Exception {
        TestDatabase database = TestDatabase.create();
        Map<String, String> impatient =
                Map.of("SLUICE_POSTGRES_STATEMENT_TIMEOUT_MILLIS", "1500", "SLUICE_DISPATCH_DEADLINE", "1500ms");
        try (Gateway gateway = OverPostgres.start(database, impatient);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Client scim = gateway.tenant("acme");
            PATHS.forEach(path -> gateway.admin().get(path).expect(200));
            List<Long> processes = processes(database);
            signal("-STOP", processes);
            try {
                List<CompletableFuture<Reply>> asked = IntStream.range(0, 48)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> gateway.admin().get(PATHS.get(i % PATHS.size())), threads))
                        .toList();
                CompletableFuture<Reply> user =
                        CompletableFuture.supplyAsync(() -> scim.get("/Users?count=1"), threads);
                for (CompletableFuture<Reply> reply : asked) {
                    assertToldToComeBack(reply.get(20, TimeUnit.SECONDS));
                }
                assertToldToComeBack(user.get(20, TimeUnit.SECONDS));
            } finally {
                signal("-CONT", processes);
            }
            PATHS.forEach(path -> assertThat(recovered(gateway.admin(), path)).isTrue());
        }
    }

    private static void assertToldToComeBack(Reply reply) {
        reply.expect(503);
        assertThat(reply.header("retry-after")).isNotEmpty();
    }

    /** A statement that was given up may still hold its connection for a moment. */
    private static boolean recovered(Client admin, String path) {
        return IntStream.range(0, 50).anyMatch(attempt -> admin.get(path).status() == 200);
    }

    private static List<Long> processes(TestDatabase database) throws SQLException {
        List<Long> processes = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <>"
                                + " pg_backend_pid()")) {
            while (row.next()) {
                processes.add(row.getLong(1));
            }
        }
        assertThat(processes).isNotEmpty();
        // Otherwise it would start others, which answer.
        ProcessHandle postmaster = ProcessHandle.of(processes.getFirst())
                .flatMap(ProcessHandle::parent)
                .orElseThrow();
        processes.addFirst(postmaster.pid());
        return processes;
    }

    private static void signal(String signal, List<Long> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(pid -> command.add(Long.toString(pid)));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
