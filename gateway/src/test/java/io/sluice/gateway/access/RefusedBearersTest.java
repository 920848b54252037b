package io.sluice.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever comes with a bearer credential that is not good is found in the audit trail, and cannot fill it. */
final class RefusedBearersTest {

    private static final String WRONG = "slu_wrongwrongwrongwrong";

    @Test
    void aRefusedCredentialIsWrittenAtOnceAndItsRepetitionsAsANumber() {
        try (Gateway gateway = Gateway.start()) {
            Client stranger = new Client(gateway.url() + "/scim/v2", WRONG);
            IntStream.range(0, 5).forEach(i -> stranger.get("/Users?count=" + i).expect(401));

            assertThat(refused(gateway, AuditEvent.SYSTEM)).containsExactly("1");
            Gateway.await(gateway.node().access().refusals().write());
            assertThat(refused(gateway, AuditEvent.SYSTEM)).containsExactlyInAnyOrder("1", "4");
            Gateway.await(gateway.node().access().refusals().write());
            assertThat(refused(gateway, AuditEvent.SYSTEM)).hasSize(2);
            assertThat(events(gateway, AuditEvent.SYSTEM).toString()).doesNotContain(WRONG);
        }
    }

    @Test
    void aCredentialOfAnotherTenantIsWrittenIntoTheTrailOfItsOwn() {
        try (Gateway gateway = Gateway.start()) {
            Client own = gateway.tenant("own");
            gateway.tenant("other");

            own.at(gateway.url() + "/tenants/other/scim/v2").get("/Users").expect(401);

            assertThat(refused(gateway, "own")).containsExactly("1");
            assertThat(refused(gateway, "other")).isEmpty();
        }
    }

    @Test
    void aFloodOfManyCredentialsIsWrittenAsANumber() {
        try (Gateway gateway = Gateway.start()) {
            IntStream.range(0, 150)
                    .forEach(i -> new Client(gateway.url() + "/scim/v2", WRONG + i)
                            .get("/Users")
                            .expect(401));

            Gateway.await(gateway.node().access().refusals().write());

            assertThat(refused(gateway, AuditEvent.SYSTEM)).hasSize(101).contains("50");
        }
    }

    /** How many attempts each event stands for. */
    private static List<String> refused(Gateway gateway, String tenant) {
        return events(gateway, tenant).stream()
                .filter(event -> event.action().equals("SCIM Login Refused"))
                .flatMap(event -> event.changes().stream())
                .map(AuditChange::newValue)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<AuditEvent> events(Gateway gateway, String tenant) {
        Optional<String> any = Optional.empty();
        return Gateway.await(gateway.node()
                        .control()
                        .audit()
                        .query(new AuditQuery(
                                tenant, Optional.empty(), Optional.empty(), any, any, any, any, any, any, 1_000)))
                .items();
    }
}
