package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.Credential;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.Renewal;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenSecret;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What renewing a provisioning token gives, and what it ends. */
public abstract class TokenRenewalContract extends ControlStoreContract {

    @Test
    void aRenewedTokenHasANewSecretAndTheOldOneEndsAtOnceWithoutOverlap() {
        String tenant = newTenantSlug();
        NewToken token = newToken("entra");
        ProvisioningToken old = create(tenant, token);
        Renewal renewal =
                new Renewal(newSecret(), inTheFuture(YEAR.multipliedBy(2)), Optional.empty(), Optional.empty());

        ProvisioningToken renewed = get(() -> store().credentials().renew(tenant, old.id(), renewal, ADMIN));

        assertThat(renewed.id()).isEqualTo(old.id());
        assertThat(renewed.expiresAt()).isEqualTo(renewal.expiresAt());
        assertThat(renewed.lastFour()).isEqualTo(renewal.secret().lastFour());
        assertThat(lookUp(token.secret().hash(), renewal.secret().hash()))
                .containsOnlyKeys(renewal.secret().hash());
        assertThat(list(tenant)).containsExactly(renewed);
    }

    @Test
    void theOldSecretOfARenewedTokenIsValidUntilItsOverlapEnds() {
        String tenant = newTenantSlug();
        NewToken token = newToken("entra");
        String id = create(tenant, token).id();
        TokenSecret secret = newSecret();
        Instant before = Instant.now().minusSeconds(5);

        get(() -> store().credentials().renew(tenant, id, renewal(secret, Duration.ofMinutes(30)), ADMIN));

        Map<TokenHash, Credential> both = lookUp(token.secret().hash(), secret.hash());
        assertThat(both).containsOnlyKeys(token.secret().hash(), secret.hash());
        Credential old = both.get(token.secret().hash());
        assertThat(old.id()).isEqualTo(id);
        assertThat(old.expiresAt())
                .isBetween(before.plus(Duration.ofMinutes(30)), Instant.now().plus(Duration.ofMinutes(31)));
        assertThat(both.get(secret.hash()).expiresAt()).isAfter(old.expiresAt());
    }

    @Test
    void aFurtherRenewalKeepsEveryOverlapToItsPromisedEnd() {
        String tenant = newTenantSlug();
        NewToken first = newToken("entra");
        String id = create(tenant, first).id();
        TokenSecret second = newSecret();
        TokenSecret third = newSecret();
        renew(tenant, id, renewal(second, Duration.ofHours(24)));
        Instant promised =
                lookUp(first.secret().hash()).get(first.secret().hash()).expiresAt();

        renew(tenant, id, renewal(third, Duration.ofMinutes(30)));

        Map<TokenHash, Credential> all = lookUp(first.secret().hash(), second.hash(), third.hash());
        assertThat(all).containsOnlyKeys(first.secret().hash(), second.hash(), third.hash());
        assertThat(all.get(first.secret().hash()).expiresAt()).isEqualTo(promised);
        assertThat(all.get(second.hash()).expiresAt()).isBefore(promised);
    }

    @Test
    void aRenewalWithoutOverlapEndsEveryEarlierSecret() {
        String tenant = newTenantSlug();
        NewToken first = newToken("entra");
        String id = create(tenant, first).id();
        TokenSecret second = newSecret();
        TokenSecret third = newSecret();
        renew(tenant, id, renewal(second, Duration.ofMinutes(30)));

        renew(tenant, id, renewal(third, Duration.ZERO));

        assertThat(lookUp(first.secret().hash(), second.hash(), third.hash())).containsOnlyKeys(third.hash());
    }

    @Test
    void aRunningOverlapIsEndedOnlyByWhoSaysSo() {
        String tenant = newTenantSlug();
        NewToken first = newToken("entra");
        String id = create(tenant, first).id();
        TokenSecret second = newSecret();
        renew(tenant, id, renewal(second, Duration.ofMinutes(30)));

        refused(
                ErrorKind.CONFLICT,
                () -> store().credentials()
                        .renew(
                                tenant,
                                id,
                                new Renewal(newSecret(), inTheFuture(YEAR), Optional.empty(), Optional.empty()),
                                ADMIN));

        assertThat(lookUp(first.secret().hash(), second.hash()))
                .containsOnlyKeys(first.secret().hash(), second.hash());
    }

    @Test
    void earlierSecretsThatStillWorkAreBounded() {
        String tenant = newTenantSlug();
        String id = create(tenant, newToken("entra")).id();
        for (int i = 0; i < Renewal.MOST_OVERLAPS; i++) {
            renew(tenant, id, renewal(newSecret(), Duration.ofMinutes(30)));
        }

        refused(
                ErrorKind.CONFLICT,
                () -> store().credentials().renew(tenant, id, renewal(newSecret(), Duration.ofMinutes(30)), ADMIN));

        renew(tenant, id, renewal(newSecret(), Duration.ZERO));
    }

    @Test
    void ofParallelRenewalsOfOneSecretExactlyOneWins() {
        String tenant = newTenantSlug();
        ProvisioningToken token = create(tenant, newToken("entra"));
        List<TokenSecret> secrets =
                IntStream.range(0, 16).mapToObj(i -> newSecret()).toList();

        List<Boolean> won = loop().all(secrets.stream()
                .<Supplier<Future<Boolean>>>map(secret -> () -> store().credentials()
                        .renew(
                                tenant,
                                token.id(),
                                new Renewal(
                                        secret,
                                        inTheFuture(YEAR),
                                        Optional.of(Duration.ZERO),
                                        Optional.of(token.lastFour())),
                                ADMIN)
                        .map(true)
                        .recover(TokenRenewalContract::conflictAsFalse))
                .toList());

        assertThat(won.stream().filter(winner -> winner)).hasSize(1);
        TokenSecret winner = secrets.get(won.indexOf(true));
        assertThat(lookUp(secrets.stream().map(TokenSecret::hash).toArray(TokenHash[]::new)))
                .containsOnlyKeys(winner.hash());
        assertThat(list(tenant).getFirst().lastFour()).isEqualTo(winner.lastFour());
    }

    @Test
    void anOverlapNeverOutlivesTheOldSecret() {
        String tenant = newTenantSlug();
        NewToken token = new NewToken("entra", "Short", newSecret(), inTheFuture(Duration.ofMinutes(5)));
        String id = create(tenant, token).id();

        get(() -> store().credentials().renew(tenant, id, renewal(newSecret(), Duration.ofHours(1)), ADMIN));

        Credential old = lookUp(token.secret().hash()).get(token.secret().hash());
        assertThat(old.expiresAt()).isEqualTo(token.expiresAt());
    }

    @Test
    void aRenewalNeedsNoFreePlace() {
        String tenant = newTenantSlug();
        String id = create(tenant, newToken("entra")).id();
        create(tenant, newToken("entra"));

        get(() -> store().credentials().renew(tenant, id, renewal(newSecret(), Duration.ofMinutes(5)), ADMIN));

        assertThat(list(tenant)).hasSize(2);
    }

    private ProvisioningToken renew(String tenant, String id, Renewal renewal) {
        return get(() -> store().credentials().renew(tenant, id, renewal, ADMIN));
    }

    private static Renewal renewal(TokenSecret secret, Duration overlap) {
        return new Renewal(secret, inTheFuture(YEAR), Optional.of(overlap), Optional.empty());
    }

    private ProvisioningToken create(String tenant, NewToken token) {
        return get(() -> store().credentials().create(tenant, token, 2, ADMIN));
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
