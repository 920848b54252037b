package io.sluice.gateway.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2024-02-29T23:59:59.1Z",
                "2024-12-31T23:59:59.120Z",
                "2026-01-02T03:04:05.000001Z",
                "2026-01-02T03:04:05.123456789Z",
                "1969-12-31T23:59:59.999999Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void areWrittenAsTheStandardDoes(String text) {
        assertWritten(Instant.parse(text));
    }

    @Test
    void areWrittenAsTheStandardDoesWhateverTheyAre() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            int unit = new int[] {1, 1_000, 1_000_000, 1_000_000_000}[i % 4];
            assertWritten(Instant.ofEpochSecond(
                    random.nextLong(-60_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000) / unit * unit));
        }
    }

    private static void assertWritten(Instant instant) {
        Buffer out = Buffer.buffer();
        Times.append(out, instant);
        assertThat(out.toString()).isEqualTo(instant.toString());
    }
}
