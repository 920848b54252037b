package io.sluice.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Gateway;
import io.sluice.load.drive.Outcome;
import io.sluice.load.drive.Outcomes;
import io.sluice.load.drive.ScimClient;
import io.sluice.load.drive.Target;
import io.sluice.load.run.Run;
import io.sluice.load.run.Tempo;
import io.sluice.load.run.Tenancy;
import io.sluice.postgres.server.TestDatabase;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every scenario ends without a failure, and sends what it is said to send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScenarioTest {

    private static final Scale SCALE = new Scale(60, 4, 20, 2, 25, 7);
    private static final Tempo CLOSED = new Tempo(Optional.empty(), 8, 24_000, Duration.ZERO, Duration.ofMillis(500));
    private static final Tempo OPEN = new Tempo(Optional.of(100.0), 8, 1, Duration.ZERO, Duration.ofSeconds(1));

    private final Vertx vertx = Vertx.vertx();
    private Gateway gateway;

    @BeforeAll
    void start() {
        gateway = Gateway.start(Map.of(
                "SLUICE_BACKEND_DEFAULT", "postgres",
                "SLUICE_BACKEND_CONTROL", "postgres",
                "SLUICE_POSTGRES_URI", TestDatabase.create().uri()));
    }

    @AfterAll
    void stop() {
        gateway.close();
        vertx.close().await();
    }

    @Test
    void theInitialCycleOfEntraCreatesEverybodyAndEveryMembership() {
        Map<String, Long> sent = counts(run("entra-initial", CLOSED, 1));

        assertThat(sent)
                .containsEntry("test connection", 3L)
                .containsEntry("match user", 60L)
                .containsEntry("create user", 60L)
                .containsEntry("set manager", 59L)
                .containsEntry("create group", 4L)
                .containsEntry("add members", 4L)
                .containsEntry("count", 2L);
    }

    @Test
    void theIncrementalCyclesOfEntraChangeOneInAHundred() {
        Map<String, Long> sent = counts(run("entra-incremental", CLOSED, 1));

        assertThat(sent)
                .containsEntry("update user", 2L)
                .containsEntry("read user", 2L)
                .containsEntry("deactivate user", 2L)
                .containsEntry("remove member", 2L)
                .containsEntry("add members", 2L)
                .containsEntry("probe member", 6L);
    }

    @Test
    void oktaImportsPagesAndPushesWholeGroups() {
        Map<String, Long> sent = counts(run("okta", CLOSED, 1));

        assertThat(sent)
                .containsEntry("create user", 60L)
                .containsEntry("replace user", 1L)
                .containsEntry("import page", 1L)
                .containsEntry("push group", 8L)
                .containsEntry("read group", 4L)
                .containsEntry("deactivate user", 1L);
    }

    @Test
    void aMigrationGoesByBulk() {
        Map<String, Long> sent = counts(run("bulk-migration", CLOSED, 1));

        assertThat(sent).containsEntry("bulk of 25 users", 3L).containsEntry("bulk of groups", 1L);
    }

    @Test
    void theStormDeactivatesEverybodyAndDeletesHalf() {
        Map<String, Long> sent = counts(run("deprovisioning-storm", CLOSED, 1));

        assertThat(sent)
                .containsEntry("deactivate user", 60L)
                .containsEntry("delete user", 30L)
                .containsEntry("match user", 66L)
                .containsEntry("read deleted user", 3L);
    }

    @Test
    void severalTenantsShareARateAndGetTheSamePartOfIt() {
        Outcomes outcomes = run("mixed-tenants", OPEN, 3);

        long counted = counts(outcomes).get("count");
        assertThat(counted).isEqualTo(6);
        // 100 requests/s for each of three tenants for a second; the two counts of each are no part of the mix.
        assertThat(outcomes.all().latency().getTotalCount()).isEqualTo(300 + counted);
    }

    @Test
    void anAnswerThatIsNotRightIsAFailureWithItsReason() {
        Tenancy stranger = new Tenancy(
                new ScimClient(
                        vertx, new Target(URI.create(gateway.url() + "/tenants/nobody/scim/v2"), "slc_wrong"), 4),
                Scenarios.named("entra-initial", SCALE, new World()).orElseThrow());

        Outcomes outcomes = new Run(vertx, List.of(stranger), CLOSED, (phase, measured) -> {})
                .measure()
                .await();

        assertThat(outcomes.byOperation().get("match user").failures())
                .containsExactly(Map.entry("status 401 instead of [200]", 60L));
    }

    private Outcomes run(String name, Tempo tempo, int tenants) {
        List<Tenancy> tenancies = new ArrayList<>();
        for (int number = 0; number < tenants; number++) {
            String slug = name + "-" + number;
            gateway.tenant(slug);
            Target target = new Target(
                    URI.create(gateway.url() + "/tenants/" + slug + "/scim/v2"), gateway.token(slug, Idp.ENTRA));
            tenancies.add(new Tenancy(
                    new ScimClient(vertx, target, 8),
                    Scenarios.named(name, SCALE, new World()).orElseThrow()));
        }
        Run run = new Run(vertx, tenancies, tempo, (phase, outcomes) -> {});
        run.prepare().await();
        Outcomes outcomes = run.measure().await();
        assertThat(outcomes.all().failures()).isEmpty();
        return outcomes;
    }

    private static Map<String, Long> counts(Outcomes outcomes) {
        return outcomes.byOperation().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> count(entry.getValue())));
    }

    private static long count(Outcome outcome) {
        return outcome.latency().getTotalCount();
    }
}
