package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.JwtIssuer;
import io.sluice.core.control.JwtIssuerStore;
import io.sluice.core.control.NewJwtIssuer;
import io.sluice.core.control.TrustedIssuer;
import io.sluice.core.error.ErrorKind;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of trusted issuers must do. */
public abstract class JwtIssuerStoreContract extends ControlStoreContract {

    @Test
    void aNewIssuerIsFoundByItsName() {
        String tenant = newTenantSlug();
        NewJwtIssuer wanted = newIssuer();
        JwtIssuer made = get(() -> issuers().create(tenant, wanted, ADMIN));

        assertThat(made.algorithms()).containsExactly("RS256", "ES256");
        assertThat(lookUp(wanted.issuer())).singleElement().satisfies(trusted -> {
            assertThat(trusted.issuer()).isEqualTo(made);
            assertThat(trusted.tenant().id().slug()).isEqualTo(tenant);
        });
        assertThat(get(() -> issuers().list(tenant)).items()).containsExactly(made);
    }

    @Test
    void oneIssuerCanHaveSeveralAudiencesInSeveralTenants() {
        NewJwtIssuer wanted = newIssuer();
        String first = newTenantSlug();
        String second = newTenantSlug();
        get(() -> issuers().create(first, wanted, ADMIN));
        get(() -> issuers().create(second, withAudience(wanted, "https://other.example"), ADMIN));

        assertThat(lookUp(wanted.issuer())).hasSize(2);
    }

    @Test
    void anIssuerWithTheSameAudienceIsRefusedInEveryTenantAlsoUnderConcurrency() {
        NewJwtIssuer wanted = newIssuer();
        List<String> tenants =
                IntStream.range(0, 8).mapToObj(i -> newTenantSlug()).toList();

        List<Future<JwtIssuer>> creating = get(() -> Future.succeededFuture(tenants.stream()
                .map(tenant -> issuers().create(tenant, wanted, ADMIN))
                .toList()));
        get(() -> Future.join(creating).otherwiseEmpty());

        assertThat(creating.stream().filter(Future::succeeded)).hasSize(1);
        refused(ErrorKind.CONFLICT, () -> issuers().create(tenants.getFirst(), wanted, ADMIN));
    }

    @Test
    void aRemovedIssuerIsTrustedNoMore() {
        String tenant = newTenantSlug();
        NewJwtIssuer wanted = newIssuer();
        JwtIssuer made = get(() -> issuers().create(tenant, wanted, ADMIN));

        String other = newTenantSlug();
        refused(ErrorKind.NOT_FOUND, () -> issuers().remove(other, made.id(), ADMIN));
        get(() -> issuers().remove(tenant, made.id(), ADMIN));
        assertThat(lookUp(wanted.issuer())).isEmpty();
        refused(ErrorKind.NOT_FOUND, () -> issuers().remove(tenant, made.id(), ADMIN));
        assertThat(events(tenant).stream().map(AuditEvent::action))
                .containsSubsequence("JWT Issuer Created", "JWT Issuer Deleted");
    }

    @Test
    void goesWithItsTenant() {
        String tenant = newTenantSlug();
        NewJwtIssuer wanted = newIssuer();
        get(() -> issuers().create(tenant, wanted, ADMIN));

        get(() -> store().tenants().delete(tenant, ADMIN));
        assertThat(lookUp(wanted.issuer())).isEmpty();
    }

    private JwtIssuerStore issuers() {
        return store().jwtIssuers();
    }

    private List<TrustedIssuer> lookUp(String issuer) {
        return get(() -> issuers().lookUp(List.of(issuer, "https://unknown.example")))
                .getOrDefault(issuer, List.of());
    }

    private static NewJwtIssuer newIssuer() {
        return new NewJwtIssuer(
                "okta",
                "https://" + UUID.randomUUID() + ".example",
                "https://sluice.example",
                "https://issuer.example/keys",
                List.of("RS256", "ES256"));
    }

    private static NewJwtIssuer withAudience(NewJwtIssuer issuer, String audience) {
        return new NewJwtIssuer(issuer.idp(), issuer.issuer(), audience, issuer.jwksUri(), issuer.algorithms());
    }
}
