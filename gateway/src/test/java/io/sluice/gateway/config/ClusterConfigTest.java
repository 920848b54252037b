package io.sluice.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.wire.WireVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClusterConfigTest {

    @Test
    void defaults() {
        Config config = read(Map.of());
        ClusterConfig cluster = config.cluster();
        assertThat(config.lifecycle().drainDelay()).isZero();
        assertThat(cluster.name()).isEqualTo("sluice");
        assertThat(cluster.host()).isEmpty();
        assertThat(cluster.port()).isEqualTo(5_701);
        assertThat(cluster.busPort()).isEqualTo(5_702);
        assertThat(cluster.members()).isEmpty();
        assertThat(cluster.service()).isEmpty();
        assertThat(cluster.announceEvery()).isEqualTo(Duration.ofMillis(250));
        assertThat(cluster.silentAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(cluster.ejectFor()).isEqualTo(Duration.ofSeconds(2));
        assertThat(cluster.attempt()).isEqualTo(Duration.ofSeconds(5));
        assertThat(cluster.fenceAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(cluster.newestWire()).isEqualTo(WireVersion.NEWEST);
        assertThat(cluster.tls().isOn()).isFalse();
    }

    @Test
    void explicit(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("node.pem"));
        Config config = read(Map.of(
                "SLUICE_LIFECYCLE_DRAIN_DELAY", "3s",
                "SLUICE_CLUSTER_HOST", "10.0.0.1",
                "SLUICE_CLUSTER_MEMBERS", "10.0.0.1:5701, 10.0.0.2:5701",
                "SLUICE_CLUSTER_SERVICE", "sluice.example",
                "SLUICE_CLUSTER_ATTEMPT_TIMEOUT", "700ms",
                "SLUICE_CLUSTER_NEWEST_WIRE", "1",
                "SLUICE_CLUSTER_TLS_CERTIFICATE", file.toString()));
        assertThat(config.lifecycle().drainDelay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.cluster().host()).contains("10.0.0.1");
        assertThat(config.cluster().members()).containsExactly("10.0.0.1:5701", "10.0.0.2:5701");
        assertThat(config.cluster().service()).contains("sluice.example");
        assertThat(config.cluster().attempt()).isEqualTo(Duration.ofMillis(700));
        assertThat(config.cluster().newestWire()).isEqualTo(1);
        assertThat(config.cluster().tls().isOn()).isTrue();
        assertThat(config.cluster().tls().isComplete()).isFalse();
    }

    @Test
    void aCertificateThatIsNotThereIsRefusedWithItsKey() {
        assertThatThrownBy(() -> read(Map.of("SLUICE_CLUSTER_TLS_KEY", "/nowhere/node.key")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cluster.tls.key")
                .hasMessageContaining("must be a file that exists");
    }

    private static Config read(Map<String, String> environment) {
        return new ConfigReader(environment, Map.of()).read(Optional.empty()).config();
    }
}
