package io.sluice.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.load.own.Consumption;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SummaryTest {

    @Test
    void whatIsWrittenIsRead(@TempDir Path folder) {
        Summary summary = new Summary(
                "entra-initial",
                "own driver",
                "2026-01-01T00:00:00Z",
                "abc",
                Map.of("users", "10"),
                new Machine("model", 2, 4_096, "Linux", "25"),
                new Noise(List.of(49_000.0, 51_000.0), 0.01, 0.001),
                List.of(new Row(
                        "create user",
                        10,
                        0.5,
                        20,
                        new Row.Latency(1, 2, 3, 4, 5, 6, 7, 8),
                        0.04,
                        new Consumption(1.5, 0.5, 2_048),
                        Map.of("status 500 instead of [201]", 2L))));
        Path file = folder.resolve("summary.json");

        summary.write(file);

        assertThat(Summary.read(file)).isEqualTo(summary);
        assertThat(new Sheet(summary).text())
                .contains("| create user |")
                .contains("200.000")
                .contains("create user: 2 x status 500 instead of [201]")
                .contains("Quiet enough");
    }

    @Test
    void aBaselineThatVariesIsANoisyMachine() {
        List<Double> varying = List.of(90.0, 110.0);
        List<Double> steady = List.of(95.0, 105.0);
        assertThat(new Noise(varying, 0, 0).isNoisy()).isTrue();
        assertThat(new Noise(steady, 0.11, 0).isNoisy()).isTrue();
        assertThat(new Noise(steady, 0.09, 0.06).isNoisy()).isTrue();
        assertThat(new Noise(steady, 0.09, 0.04).isNoisy()).isFalse();
    }

    @Test
    void theNoiseOfAnOlderSummaryIsKept() {
        Noise read = Noise.from(new JsonObject().put("baselinePerSecond", 200.0).put("baselineVariation", 0.12));

        assertThat(read.baselinePerSecond()).isEqualTo(200);
        assertThat(read.baselineVariation()).isCloseTo(0.12, within(0.001));
        assertThat(read.isNoisy()).isTrue();
    }

    @Test
    void theVariationIsTheStandardDeviationOverTheMean() {
        assertThat(Variation.of(List.of(90.0, 100.0, 110.0))).isEqualTo(0.1);
        assertThat(Variation.of(List.of(90.0))).isZero();
    }
}
