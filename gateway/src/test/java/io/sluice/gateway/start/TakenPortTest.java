package io.sluice.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.control.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A port that another program has is found out before a database is made. */
final class TakenPortTest {

    /** Stands for a server that takes its time. */
    private static final class CountedServer implements EmbeddedServer {

        private final AtomicInteger starts = new AtomicInteger();

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public Running start(Path dataDirectory, Consumer<String> progress) {
            starts.incrementAndGet();
            throw new IllegalStateException("It is not to be started");
        }
    }

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({"SLUICE_HTTP_PORT, http.port", "SLUICE_MANAGEMENT_PORT, management.port"})
    void isRefusedWithWhatChoosesAnotherOneBeforeTheDatabaseIsMade(String variable, String key) throws IOException {
        CountedServer server = new CountedServer();
        Providers found = Providers.found();
        Providers providers = new Providers(found.backends(), found.stores(), List.of(server));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "SLUICE_HTTP_HOST", "127.0.0.1",
                    "SLUICE_HTTP_PORT", "0",
                    "SLUICE_MANAGEMENT_HOST", "127.0.0.1",
                    "SLUICE_MANAGEMENT_PORT", "0",
                    "SLUICE_BACKEND_DEFAULT", "memory",
                    "SLUICE_BACKEND_CONTROL", "memory"));
            environment.put(variable, Integer.toString(taken.getLocalPort()));
            Starter starter = new Starter(environment, providers, words -> {});

            assertThatThrownBy(() -> starter.fromNothing(Optional.empty(), data))
                    .isInstanceOf(StartException.class)
                    .hasMessageContainingAll("Port " + taken.getLocalPort(), variable, key);
            assertThat(server.starts).hasValue(0);
            assertThat(data).as("what is refused changes nothing").isEmptyDirectory();
        }
    }
}
