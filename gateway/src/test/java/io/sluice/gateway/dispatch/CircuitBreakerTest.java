package io.sluice.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class CircuitBreakerTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(2), now::get);

    @Test
    void singleFailuresLeaveItClosed() {
        for (int i = 0; i < 10; i++) {
            breaker.failed();
            breaker.failed();
            breaker.succeeded();
        }
        assertThat(breaker.tryPass()).isTrue();
    }

    @Test
    void failuresInARowOpenItForThePauseAndThenOneRequestTries() {
        open();
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.tryPass()).isFalse();
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(breaker.tryPass()).isTrue();
        assertThat(breaker.tryPass()).isFalse();
        breaker.failed();
        assertThat(breaker.tryPass()).isFalse();
    }

    @Test
    void oneSuccessClosesIt() {
        open();
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(breaker.tryPass()).isTrue();
        breaker.succeeded();
        assertThat(breaker.tryPass()).isTrue();
        assertThat(breaker.tryPass()).isTrue();
    }

    private void open() {
        for (int i = 0; i < 3; i++) {
            assertThat(breaker.tryPass()).isTrue();
            breaker.failed();
        }
    }
}
