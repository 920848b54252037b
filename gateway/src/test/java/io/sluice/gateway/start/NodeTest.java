package io.sluice.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.gateway.administrator.FirstAdministrator;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeTest {

    @Test
    void takenPortIsSaidSoAtOnce() {
        try (Gateway first = Gateway.start()) {
            Map<String, String> same = Map.of("SLUICE_HTTP_PORT", Integer.toString(first.port()));
            assertThatThrownBy(() -> Gateway.start(same)).hasRootCauseInstanceOf(BindException.class);
            Starter starter = new Starter(environment(same), Providers.found(), words -> {});
            assertThatThrownBy(() -> starter.serve(Optional.empty()))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Port " + first.port() + " cannot be opened")
                    .hasMessageContaining("SLUICE_HTTP_PORT");
        }
    }

    @Test
    void unknownBackendIsRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> Gateway.start(Map.of("SLUICE_BACKEND_DEFAULT", "nowhere")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("memory");
    }

    @Test
    void whatAStartFromNothingMakesLiesInItsDataDirectory(@TempDir Path directory) {
        Map<String, String> free = Map.of("SLUICE_HTTP_PORT", "0", "SLUICE_MANAGEMENT_HOST", "127.0.0.1");
        Starter starter = new Starter(environment(free), Providers.found(), words -> {});

        Starter.FromNothing made = starter.fromNothing(Optional.empty(), directory);
        try (DataDirectory data = made.data();
                Running started = made.running()) {
            assertThat(data.path()).isEqualTo(directory);
            assertThat(started.node().port()).isPositive();
            assertThat(directory.resolve(FirstAdministrator.FILE)).isNotEmptyFile();
            assertThat(directory.resolve(DataDirectory.FIRST_TOKEN)).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SLUICE_HTTP_PORT, none",
        "SLUICE_HTTP_PORT, \uff18\uff10\uff18\uff10",
        "SLUICE_HTTP_IDLE_TIMEOUT, \uff13s",
        "SLUICE_BACKEND_DEFAULT, nowhere",
        "SLUICE_BACKEND_CONTROL, nowhere"
    })
    void aStartThatIsRefusedLeavesNothingBehind(String variable, String value, @TempDir Path directory) {
        Path data = directory.resolve("data");
        Starter starter = new Starter(
                environment(Map.of("SLUICE_ADMIN_TOKEN", "", variable, value)), Providers.found(), words -> {});
        assertThatThrownBy(() -> starter.fromNothing(Optional.empty(), data)).isInstanceOf(RuntimeException.class);
        assertThat(data).doesNotExist();
    }

    @Test
    void aStartThatIsRefusedLeavesADataDirectoryAsItIs(@TempDir Path directory) throws IOException {
        Path lock = Files.writeString(directory.resolve("lock"), "12345678901234567");
        Starter starter = new Starter(
                environment(Map.of("SLUICE_ADMIN_TOKEN", "", "SLUICE_HTTP_PORT", "none")),
                Providers.found(),
                words -> {});
        assertThatThrownBy(() -> starter.fromNothing(Optional.empty(), directory))
                .isInstanceOf(RuntimeException.class);
        assertThat(lock).hasContent("12345678901234567");
        assertThat(directory).isDirectoryNotContaining("glob:**admin-token");
    }

    @Test
    void productionNeedsAnAdministrationToken() {
        Map<String, String> none = Map.of("SLUICE_ADMIN_TOKEN", "");
        Starter starter = new Starter(environment(none), Providers.found(), words -> {});
        assertThatThrownBy(() -> starter.serve(Optional.empty()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("SLUICE_ADMIN_TOKEN");
    }

    @Test
    void stoppedNodeAnswersNothingMore() {
        Gateway gateway = Gateway.start();
        Client scim = gateway.tenant("stopping");
        scim.get("/Users").expect(200);
        gateway.close();
        assertThatThrownBy(() -> scim.get("/Users")).hasCauseInstanceOf(java.net.ConnectException.class);
        assertThat(gateway.port()).isPositive();
    }

    private static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> all = new java.util.HashMap<>(Map.of(
                "SLUICE_HTTP_HOST", "127.0.0.1",
                "SLUICE_MANAGEMENT_PORT", "0",
                "SLUICE_BACKEND_DEFAULT", "memory",
                "SLUICE_BACKEND_CONTROL", "memory",
                "SLUICE_ADMIN_TOKEN", Gateway.ADMIN_TOKEN));
        all.putAll(settings);
        return all;
    }
}
