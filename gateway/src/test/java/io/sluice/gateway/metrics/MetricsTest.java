package io.sluice.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Bodies;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a scrape shows, and that no client can make it grow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetricsTest {

    private Gateway gateway;
    private Client named;
    private Client unnamed;

    @BeforeAll
    void start() {
        gateway = Gateway.start(Map.of("SLUICE_METRICS_TENANTS", "acme,globex"));
        named = gateway.tenant("acme");
        unnamed = gateway.tenant("somebody-else");
        named.post("/Users", Bodies.user("zaphod")).expect(201);
        named.post("/Users", Bodies.user("zaphod")).expect(409);
        unnamed.get("/Users?filter=userName%20eq%20%22zaphod%22").expect(200);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private String scrape() {
        return gateway.management().get("/metrics").expect(200).text();
    }

    @Test
    void requestsAreTimedByMethodRouteAndClassOfStatus() {
        assertThat(scrape())
                .contains("sluice_scim_requests_seconds_count{method=\"POST\",route=\"/Users\",status=\"2xx\"} 1")
                .contains("sluice_scim_requests_seconds_count{method=\"POST\",route=\"/Users\",status=\"4xx\"} 1")
                .contains(
                        "sluice_scim_requests_seconds_bucket{method=\"GET\",route=\"/Users\",status=\"2xx\",le=\"0.025\"}");
    }

    @Test
    void tenantsAreTheNamedOnesAndOther() {
        assertThat(scrape())
                .contains("sluice_tenant_requests_total{backend=\"memory\",status=\"201\",tenant=\"acme\"} 1")
                .contains("sluice_tenant_requests_total{backend=\"memory\",status=\"200\",tenant=\"other\"}")
                .doesNotContain("somebody-else");
    }

    @Test
    void filtersAreCountedByTheirShapeAlone() {
        unnamed.get("/Users?filter=emails.value%20eq%20%22zaphod@example.com%22")
                .expect(200);
        unnamed.get("/Users?filter=userName%20sw%20%22a%22%20and%20active%20eq%20true")
                .expect(200);

        assertThat(scrape())
                .containsPattern("sluice_scim_filters_total\\{shape=\"eq-user-name\"} [1-9]")
                .containsPattern("sluice_scim_filters_total\\{shape=\"eq-emails\"} [1-9]")
                .containsPattern("sluice_scim_filters_total\\{shape=\"and\"} [1-9]")
                .doesNotContain("zaphod");
    }

    @Test
    void theNodeItselfIsMeasured() {
        assertThat(scrape())
                .contains("sluice_verifier_lookups_total{result=\"hit\"}")
                .containsPattern("sluice_verifier_lookups_total\\{result=\"miss\"} [1-9]")
                .contains("sluice_backend_breaker_open{backend=\"memory\"} 0")
                .contains("sluice_event_loop_delay_seconds_bucket")
                .contains("jvm_memory_used_bytes")
                .contains("process_cpu_usage");
    }

    @Test
    void whateverAClientSendsMakesNoNewSeries() {
        odd(0);
        Set<String> before = series();
        for (int i = 1; i <= 30; i++) {
            odd(i);
        }

        assertThat(series()).isEqualTo(before);
    }

    private void odd(int i) {
        unnamed.get("/Users/" + i);
        unnamed.get("/Nothing" + i + "/x");
        unnamed.get("/Users?filter=attribute" + i + "%20eq%20%22" + i + "%22");
        unnamed.send("ODD" + i, "/Users", "");
        unnamed.get("/Schemas/urn:" + i);
        unnamed.as("slc_" + i).get("/Users");
        gateway.tenant("odd-" + i).get("/Users").expect(200);
    }

    /** Names and labels without what Vert.x and the virtual machine add as they go. */
    private Set<String> series() {
        return Pattern.compile("^(sluice_[^ ]*) ", Pattern.MULTILINE)
                .matcher(scrape())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
