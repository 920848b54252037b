package io.sluice.gateway.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.TenantId;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActivityLogTest {

    private static final TenantId ACME = new TenantId("acme", 1);
    private static final Buffer BODY = Buffer.buffer("{\"password\":\"hunter2\"}");
    private final ActivityLog log = new ActivityLog(ActivitySettings.DEFAULT);

    @Test
    void keepsTheNewestOfEachConnection() {
        IntStream.range(0, 1_000).forEach(i -> log.record(ACME, request(i, "okta", 200)));
        log.record(ACME, request(0, "entra", 201));

        assertThat(log.recent(ACME, Optional.of("okta"), false, 1_000))
                .hasSize(200)
                .first()
                .satisfies(newest -> assertThat(newest.requestId()).isEqualTo("r999"));
        assertThat(log.recent(ACME, Optional.empty(), false, 1_000)).hasSize(201);
    }

    @Test
    void keepsBodiesOfFailuresOnlyAndRedacted() {
        log.record(ACME, request(1, "okta", 200));
        log.record(ACME, request(2, "okta", 400));

        var failure = log.recent(ACME, Optional.empty(), true, 10);
        assertThat(failure).singleElement().satisfies(entry -> {
            assertThat(entry.requestBody()).contains("{\"password\":\"***\"}");
            assertThat(entry.reason()).isEqualTo("It is wrong.");
        });
        assertThat(log.recent(ACME, Optional.empty(), false, 10).getLast().requestBody())
                .isEmpty();
    }

    @Test
    void anotherTenantSeesNothing() {
        log.record(ACME, request(1, "okta", 200));
        assertThat(log.recent(new TenantId("acme", 2), Optional.empty(), false, 10))
                .isEmpty();
    }

    @Test
    void remembersNothingWhenSwitchedOff() {
        ActivityLog off = new ActivityLog(new ActivitySettings(false, 10, BodyPolicy.ALL, 100));
        off.record(ACME, request(1, "okta", 500));
        assertThat(off.recent(ACME, Optional.empty(), false, 10)).isEmpty();
    }

    private static ObservedRequest request(int number, String idp, int status) {
        return new ObservedRequest(
                Instant.EPOCH.plusSeconds(number),
                "r" + number,
                idp,
                "credential",
                "POST",
                "/Users",
                "/scim/v2/Users",
                status,
                status < 400 ? "" : "invalidValue",
                status < 400 ? "" : "It is wrong.",
                Duration.ofMillis(3),
                List.of(),
                Optional.of(BODY),
                Optional.empty());
    }
}
