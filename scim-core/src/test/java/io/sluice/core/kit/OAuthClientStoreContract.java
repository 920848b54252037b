package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.ClientSecret;
import io.sluice.core.control.Federation;
import io.sluice.core.control.NewClientSecret;
import io.sluice.core.control.NewOAuthClient;
import io.sluice.core.control.OAuthClient;
import io.sluice.core.control.OAuthClientStore;
import io.sluice.core.control.RegisteredClient;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of OAuth clients must do. */
public abstract class OAuthClientStoreContract extends ControlStoreContract {

    private static final Federation FEDERATION = new Federation(
            "https://login.example/tenant", "app-1", "https://sluice.example", "https://login.example/keys");

    @Test
    void aNewClientIsActiveWithOneSecretAndIsFoundById() {
        String tenant = newTenantSlug();
        NewOAuthClient wanted = newClient();
        OAuthClient made = get(() -> clients().create(tenant, wanted, ADMIN));

        assertThat(made.id()).isEqualTo(wanted.id());
        assertThat(made.state()).isEqualTo(TokenState.ACTIVE);
        assertThat(made.secrets()).singleElement().satisfies(secret -> {
            assertThat(secret.secret()).isEqualTo(wanted.secret().secret());
            assertThat(secret.expiresAt()).isEqualTo(wanted.secret().expiresAt());
        });
        assertThat(made.federation()).isEmpty();
        RegisteredClient found = lookUp(made.id()).orElseThrow();
        assertThat(found.client()).isEqualTo(made);
        assertThat(found.tenant().id().slug()).isEqualTo(tenant);
        assertThat(found.strict()).isFalse();
    }

    @Test
    void listsNewestFirstAndOnlyTheTenantsOwn() {
        String tenant = newTenantSlug();
        String other = newTenantSlug();
        OAuthClient first = get(() -> clients().create(tenant, newClient(), ADMIN));
        OAuthClient second = get(() -> clients().create(tenant, newClient(), ADMIN));
        get(() -> clients().create(other, newClient(), ADMIN));

        assertThat(get(() -> clients().list(tenant)).items()).containsExactly(second, first);
    }

    @Test
    void anInactiveClientIsSeenAsInactive() {
        String tenant = newTenantSlug();
        String id = get(() -> clients().create(tenant, newClient(), ADMIN)).id();

        get(() -> clients().setState(tenant, id, TokenState.INACTIVE, ADMIN));
        assertThat(lookUp(id).orElseThrow().client().state()).isEqualTo(TokenState.INACTIVE);
        get(() -> clients().setState(tenant, id, TokenState.INACTIVE, ADMIN));
        get(() -> clients().setState(tenant, id, TokenState.ACTIVE, ADMIN));
        assertThat(actions(tenant))
                .containsExactly("OAuth Client Created", "OAuth Client Disabled", "OAuth Client Enabled");
    }

    @Test
    void keepsSeveralSecretsUpToTheLimitAlsoUnderConcurrency() {
        String tenant = newTenantSlug();
        String id = get(() -> clients().create(tenant, newClient(), ADMIN)).id();

        List<Future<OAuthClient>> adding = get(() -> Future.succeededFuture(IntStream.range(0, 16)
                .mapToObj(i -> clients().addSecret(tenant, id, secret(inTheFuture(YEAR)), 3, ADMIN))
                .toList()));
        get(() -> Future.join(adding).otherwiseEmpty());

        assertThat(adding.stream().filter(Future::succeeded)).hasSize(2);
        assertThat(lookUp(id).orElseThrow().client().secrets()).hasSize(3);
        refused(ErrorKind.CONFLICT, () -> clients().addSecret(tenant, id, secret(inTheFuture(YEAR)), 3, ADMIN));
    }

    @Test
    void anExpiredSecretDoesNotCountAgainstTheLimit() {
        String tenant = newTenantSlug();
        String id = get(() -> clients().create(tenant, newClient(), ADMIN)).id();
        get(() -> clients().addSecret(tenant, id, secret(inTheFuture(YEAR.negated())), 2, ADMIN));

        OAuthClient client = get(() -> clients().addSecret(tenant, id, secret(inTheFuture(YEAR)), 2, ADMIN));
        assertThat(client.secrets()).hasSize(3);
    }

    @Test
    void removesOneSecretAndKeepsTheOthers() {
        String tenant = newTenantSlug();
        OAuthClient made = get(() -> clients().create(tenant, newClient(), ADMIN));
        OAuthClient two = get(() -> clients().addSecret(tenant, made.id(), secret(inTheFuture(YEAR)), 5, ADMIN));
        ClientSecret old = made.secrets().getFirst();

        OAuthClient one = get(() -> clients().removeSecret(tenant, made.id(), old.id(), ADMIN));
        assertThat(two.secrets()).contains(old);
        assertThat(one.secrets()).hasSize(1).doesNotContain(old);
        refused(ErrorKind.NOT_FOUND, () -> clients().removeSecret(tenant, made.id(), old.id(), ADMIN));
    }

    @Test
    void setsAndEndsTheFederation() {
        String tenant = newTenantSlug();
        String id = get(() -> clients().create(tenant, newClient(), ADMIN)).id();

        get(() -> clients().setFederation(tenant, id, Optional.of(FEDERATION), ADMIN));
        assertThat(lookUp(id).orElseThrow().client().federation()).contains(FEDERATION);
        get(() -> clients().setFederation(tenant, id, Optional.empty(), ADMIN));
        assertThat(lookUp(id).orElseThrow().client().federation()).isEmpty();
    }

    @Test
    void aRemovedClientIsGone() {
        String tenant = newTenantSlug();
        String id = get(() -> clients().create(tenant, newClient(), ADMIN)).id();

        get(() -> clients().remove(tenant, id, ADMIN));
        assertThat(lookUp(id)).isEmpty();
        refused(ErrorKind.NOT_FOUND, () -> clients().remove(tenant, id, ADMIN));
        assertThat(actions(tenant)).containsExactly("OAuth Client Created", "OAuth Client Deleted");
    }

    @Test
    void anotherTenantsClientIsNotFound() {
        String tenant = newTenantSlug();
        String id = get(() -> clients().create(tenant, newClient(), ADMIN)).id();
        String other = newTenantSlug();

        refused(ErrorKind.NOT_FOUND, () -> clients().remove(other, id, ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> clients().setState(other, id, TokenState.INACTIVE, ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> clients().addSecret(other, id, secret(inTheFuture(YEAR)), 5, ADMIN));
        assertThat(lookUp(id).orElseThrow().client().state()).isEqualTo(TokenState.ACTIVE);
    }

    @Test
    void anUnknownTenantIsNotFound() {
        refused(ErrorKind.NOT_FOUND, () -> clients().create(newSlug(), newClient(), ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> clients().list(newSlug()));
    }

    @Test
    void goesWithItsTenant() {
        String tenant = newTenantSlug();
        String id = get(() -> clients().create(tenant, newClient(), ADMIN)).id();

        get(() -> store().tenants().delete(tenant, ADMIN));
        assertThat(lookUp(id)).isEmpty();
    }

    @Test
    void notesTheLastUse() {
        String tenant = newTenantSlug();
        String id = get(() -> clients().create(tenant, newClient(), ADMIN)).id();
        Instant used = inTheFuture(java.time.Duration.ZERO);

        get(() -> clients().noteUse(Map.of(id, used, newClient().id(), used)));
        get(() -> clients().noteUse(Map.of(id, used.minusSeconds(60))));
        assertThat(lookUp(id).orElseThrow().client().lastUsedAt()).contains(used);
    }

    @Test
    void theAuditTrailNamesTheVendorAndNeverTheHash() {
        String tenant = newTenantSlug();
        OAuthClient client = get(() -> clients().create(tenant, newClient(), ADMIN));

        AuditEvent event = credentialEvents(tenant).getFirst();
        assertThat(event.idp()).isEqualTo("entra");
        assertThat(event.target()).isEqualTo("OAuthClient/" + client.id());
        assertThat(event.changes()).isEmpty();
    }

    private OAuthClientStore clients() {
        return store().oauthClients();
    }

    private Optional<RegisteredClient> lookUp(String id) {
        return Optional.ofNullable(
                get(() -> clients().lookUp(List.of(id, "unknown"))).get(id));
    }

    private List<String> actions(String tenant) {
        return credentialEvents(tenant).stream().map(AuditEvent::action).toList();
    }

    private List<AuditEvent> credentialEvents(String tenant) {
        return events(tenant).stream()
                .filter(event -> event.action().startsWith("OAuth"))
                .toList();
    }

    private static NewOAuthClient newClient() {
        return new NewOAuthClient(UUID.randomUUID().toString(), "entra", "Entra of Acme", secret(inTheFuture(YEAR)));
    }

    private static NewClientSecret secret(Instant expiresAt) {
        return new NewClientSecret(newSecret(), expiresAt);
    }
}
