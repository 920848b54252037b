package io.sluice.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class RequestRatesTest {

    private static final Duration TOOK = Duration.ofMillis(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:30Z"));
    private final RequestRates rates = new RequestRates(now::get);

    @Test
    void theLastMinuteIsOfTheSixtySecondsBeforeThisOne() {
        served(60, 200);
        served(30, 404);
        forward(Duration.ofSeconds(1));

        RequestRates.Span minute = rates.lastMinute();

        assertThat(minute.perSecond()).isEqualTo(1.5);
        assertThat(minute.failureShare()).isEqualTo(33);
        assertThat(minute.meanMillis()).isEqualTo(10);
    }

    @Test
    void whatIsOlderThanAMinuteCountsForTheHourAlone() {
        served(5, 200);
        forward(Duration.ofMinutes(2));

        assertThat(rates.lastMinute().successes()).isZero();
        assertThat(rates.lastMinute().meanMillis()).isZero();
        assertThat(rates.lastMinute().failureShare()).isZero();
        assertThat(rates.lastHour()).hasSize(60);
        assertThat(rates.lastHour().get(57).successes()).isEqualTo(5);
        assertThat(rates.lastHour().stream()
                        .mapToLong(RequestRates.Span::successes)
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void anHourLaterTheSamePlaceBeginsAnew() {
        served(5, 200);
        forward(Duration.ofHours(1));
        served(1, 500);

        assertThat(rates.lastHour().stream()
                        .mapToLong(RequestRates.Span::successes)
                        .sum())
                .isZero();
        assertThat(rates.lastHour().getLast().failures()).isEqualTo(1);
    }

    private void served(int times, int status) {
        for (int i = 0; i < times; i++) {
            rates.served(status, TOOK);
        }
    }

    private void forward(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }
}
