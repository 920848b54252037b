package io.sluice.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.kit.Gateway;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** OAuth clients, issuers and API keys are looked up with the patience that provisioning tokens are. */
final class FreshLookUpsTest {

    private static final Logger RETRIES = (Logger) LoggerFactory.getLogger(RetryPolicy.class);

    private final Vertx vertx = Vertx.vertx();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Collection<String>> questions = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    @BeforeEach
    void listen() {
        log.start();
        RETRIES.addAppender(log);
    }

    @AfterEach
    void close() {
        RETRIES.detachAppender(log);
        Gateway.await(vertx.close());
    }

    @Test
    void storeWhoseConnectionWasCutIsAskedAgainAndTheLogSaysSoOnce() {
        failures.add(new IOException("Connection reset"));
        assertThat(Gateway.await(lookUps(Duration.ofSeconds(5)).find("client"))).contains("CLIENT");
        assertThat(questions).containsExactly(List.of("client"), List.of("client"));
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement(STRING)
                .contains("clients (1)", "attempt 2", "Connection reset");
    }

    @Test
    void storeThatTimesOutSeveralTimesIsAskedAgainAndTheLogSaysSoOnce() {
        failures.addAll(List.of(new TimeoutException(), new TimeoutException(), new IOException()));
        assertThat(Gateway.await(lookUps(Duration.ofSeconds(5)).find("client"))).contains("CLIENT");
        assertThat(questions).hasSize(4);
        assertThat(log.list).hasSize(1);
    }

    @Test
    void storeThatGoesOnFailingIsUnavailableAndTheLogSaysSoOnce() {
        for (int i = 0; i < 1_000; i++) {
            failures.add(new IOException("Connection refused"));
        }
        assertThatThrownBy(() -> Gateway.await(lookUps(Duration.ofMillis(250)).find("client")))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE));
        assertThat(questions).hasSizeBetween(2, 3);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement(STRING)
                .contains("Connection refused");
    }

    @Test
    void whatIsThereIsAskedForOnceAndNothingIsLogged() {
        FreshLookUps<String, String> lookUps = lookUps(Duration.ofSeconds(5));
        for (int i = 0; i < 10; i++) {
            assertThat(Gateway.await(lookUps.find("client"))).contains("CLIENT");
        }
        lookUps.forgetAll();
        assertThat(Gateway.await(lookUps.find("client"))).contains("CLIENT");
        assertThat(questions).hasSize(2);
        assertThat(log.list).isEmpty();
    }

    private FreshLookUps<String, String> lookUps(Duration timeout) {
        VerifierSettings settings =
                new VerifierSettings(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 100, timeout);
        return new FreshLookUps<>(vertx, "clients", this::answer, settings);
    }

    private Future<Map<String, String>> answer(Collection<String> keys) {
        questions.add(List.copyOf(keys));
        return failures.isEmpty()
                ? Future.succeededFuture(Map.of("client", "CLIENT"))
                : Future.failedFuture(failures.removeFirst());
    }
}
