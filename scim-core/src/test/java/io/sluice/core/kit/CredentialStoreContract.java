package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.Credential;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.Renewal;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Provisioning tokens: limits, states, look-up and what the audit trail says. */
public abstract class CredentialStoreContract extends ControlStoreContract {

    @Test
    void aNewTokenIsActiveAndListedWithoutItsSecret() {
        String tenant = newTenantSlug();
        NewToken wanted = newToken("entra");

        ProvisioningToken made = create(tenant, wanted);

        assertThat(made.idp()).isEqualTo("entra");
        assertThat(made.name()).isEqualTo(wanted.name());
        assertThat(made.state()).isEqualTo(TokenState.ACTIVE);
        assertThat(made.expiresAt()).isEqualTo(wanted.expiresAt());
        assertThat(made.lastFour()).isEqualTo(wanted.secret().lastFour());
        assertThat(made.lastUsedAt()).isEmpty();
        assertThat(list(tenant)).containsExactly(made);
    }

    @Test
    void aTokenOfATenantThatDoesNotExistIsRefused() {
        refused(ErrorKind.NOT_FOUND, () -> store().credentials().create(newSlug(), newToken("okta"), 2, ADMIN));
    }

    @Test
    void theListIsNewestFirst() {
        String tenant = newTenantSlug();
        String first = create(tenant, newToken("entra")).id();
        String second = create(tenant, newToken("okta")).id();
        String third = create(tenant, newToken("entra")).id();

        assertThat(list(tenant)).extracting(ProvisioningToken::id).containsExactly(third, second, first);
    }

    @Test
    void theThirdTokenOfAConnectionIsRefusedAndAnotherConnectionIsNotAffected() {
        String tenant = newTenantSlug();
        create(tenant, newToken("entra"));
        create(tenant, newToken("entra"));

        refused(ErrorKind.CONFLICT, () -> store().credentials().create(tenant, newToken("entra"), 2, ADMIN));

        assertThat(create(tenant, newToken("okta")).idp()).isEqualTo("okta");
        assertThat(create(newTenantSlug(), newToken("entra")).idp()).isEqualTo("entra");
    }

    @Test
    void anInactiveTokenCountsAndARemovedOneDoesNot() {
        String tenant = newTenantSlug();
        String first = create(tenant, newToken("entra")).id();
        create(tenant, newToken("entra"));
        get(() -> store().credentials().setState(tenant, first, TokenState.INACTIVE, ADMIN));
        refused(ErrorKind.CONFLICT, () -> store().credentials().create(tenant, newToken("entra"), 2, ADMIN));

        get(() -> store().credentials().remove(tenant, first, ADMIN));

        assertThat(create(tenant, newToken("entra")).state()).isEqualTo(TokenState.ACTIVE);
    }

    @Test
    void parallelGeneratesLeaveExactlyTheLimit() {
        String tenant = newTenantSlug();

        List<Boolean> won = loop().all(IntStream.range(0, 64)
                .<Supplier<Future<Boolean>>>mapToObj(i -> () -> store().credentials()
                        .create(tenant, newToken("entra"), 2, ADMIN)
                        .map(true)
                        .recover(CredentialStoreContract::conflictAsFalse))
                .toList());

        assertThat(won.stream().filter(winner -> winner)).hasSize(2);
        assertThat(list(tenant)).hasSize(2);
        assertThat(events(tenant).stream().filter(event -> event.action().equals("SCIM Token Created")))
                .hasSize(2);
    }

    @Test
    void aSecretIsLookedUpByItsHash() {
        Tenant tenant = newTenant();
        NewToken one = newToken("entra");
        NewToken two = newToken("okta");
        ProvisioningToken made = create(tenant.id().slug(), one);
        create(tenant.id().slug(), two);

        Map<TokenHash, Credential> found =
                lookUp(one.secret().hash(), two.secret().hash(), newSecret().hash());

        assertThat(found).containsOnlyKeys(one.secret().hash(), two.secret().hash());
        Credential credential = found.get(one.secret().hash());
        assertThat(credential)
                .isEqualTo(new Credential(
                        made.id(), "entra", one.name(), TokenState.ACTIVE, one.expiresAt(), false, tenant));
    }

    @Test
    void theStateOfATokenChangesAndTheVerifierLearnsIt() {
        String tenant = newTenantSlug();
        NewToken token = newToken("entra");
        String id = create(tenant, token).id();

        get(() -> store().credentials().setState(tenant, id, TokenState.INACTIVE, ADMIN));
        Credential disabled = lookUp(token.secret().hash()).get(token.secret().hash());
        get(() -> store().credentials().setState(tenant, id, TokenState.ACTIVE, ADMIN));
        Credential enabled = lookUp(token.secret().hash()).get(token.secret().hash());

        assertThat(disabled.state()).isEqualTo(TokenState.INACTIVE);
        assertThat(enabled.state()).isEqualTo(TokenState.ACTIVE);
    }

    @Test
    void aRemovedTokenIsUnknown() {
        String tenant = newTenantSlug();
        NewToken token = newToken("entra");
        String id = create(tenant, token).id();

        get(() -> store().credentials().remove(tenant, id, ADMIN));

        assertThat(lookUp(token.secret().hash())).isEmpty();
        assertThat(list(tenant)).isEmpty();
        refused(ErrorKind.NOT_FOUND, () -> store().credentials().remove(tenant, id, ADMIN));
    }

    @Test
    void aTokenIsFoundOnlyThroughItsOwnTenant() {
        String owner = newTenantSlug();
        String other = newTenantSlug();
        String id = create(owner, newToken("entra")).id();

        refused(ErrorKind.NOT_FOUND, () -> store().credentials().remove(other, id, ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> store().credentials().setState(other, id, TokenState.INACTIVE, ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> store().credentials().renew(other, id, renewal(Duration.ZERO), ADMIN));
        refused(
                ErrorKind.NOT_FOUND,
                () -> store().credentials().remove(owner, UUID.randomUUID().toString(), ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> store().credentials().remove(owner, "no-such-id", ADMIN));
        assertThat(list(other)).isEmpty();
    }

    @Test
    void theLastUseIsNotedAndNeverMovesBack() {
        String tenant = newTenantSlug();
        String id = create(tenant, newToken("entra")).id();
        Instant used = inTheFuture(Duration.ZERO);

        get(() ->
                store().credentials().noteUse(Map.of(id, used, UUID.randomUUID().toString(), used)));
        get(() -> store().credentials().noteUse(Map.of(id, used.minusSeconds(3600))));

        assertThat(list(tenant).getFirst().lastUsedAt())
                .hasValueSatisfying(noted -> assertThat(noted).isBetween(used.minusSeconds(60), used));
    }

    @Test
    void noUseIsNothingToNote() {
        get(() -> store().credentials().noteUse(Map.of()));
        assertThat(lookUp()).isEmpty();
    }

    @Test
    void everyChangeOfATokenIsAudited() {
        String tenant = newTenantSlug();
        String id = create(tenant, newToken("okta")).id();
        get(() -> store().credentials().setState(tenant, id, TokenState.INACTIVE, ADMIN));
        get(() -> store().credentials().setState(tenant, id, TokenState.INACTIVE, ADMIN));
        get(() -> store().credentials().setState(tenant, id, TokenState.ACTIVE, ADMIN));
        get(() -> store().credentials().renew(tenant, id, renewal(Duration.ZERO), ADMIN));
        get(() -> store().credentials().remove(tenant, id, ADMIN));

        List<AuditEvent> events = events(tenant).stream().skip(1).toList();

        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly(
                        "SCIM Token Created",
                        "SCIM Token Disabled",
                        "SCIM Token Enabled",
                        "SCIM Token Renewed",
                        "SCIM Token Deleted");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.target()).isEqualTo("Token/" + id);
            assertThat(event.idp()).isEqualTo("okta");
            assertThat(event.actor()).isEqualTo("root");
            assertThat(event.clientAddress()).isEqualTo("192.0.2.7");
            assertThat(event.outcome()).isEqualTo("success");
        });
    }

    private ProvisioningToken create(String tenant, NewToken token) {
        return get(() -> store().credentials().create(tenant, token, 2, ADMIN));
    }

    private static Renewal renewal(Duration overlap) {
        return new Renewal(newSecret(), inTheFuture(YEAR), Optional.of(overlap), Optional.empty());
    }

    private List<ProvisioningToken> list(String tenant) {
        return get(() -> store().credentials().list(tenant)).items();
    }

    private Map<TokenHash, Credential> lookUp(TokenHash... hashes) {
        return get(() -> store().credentials().lookUp(List.of(hashes)));
    }

    private static Future<Boolean> conflictAsFalse(Throwable cause) {
        boolean conflict = cause instanceof ScimException known && known.error().kind() == ErrorKind.CONFLICT;
        return conflict ? Future.succeededFuture(false) : Future.failedFuture(cause);
    }
}
