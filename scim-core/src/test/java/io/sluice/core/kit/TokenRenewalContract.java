package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.Credential;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.Renewal;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenSecret;
import io.sluice.core.control.TokenState;
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

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** A token of a tenant of its own, and the texts that it has had. */
    private final class Entry {

        private final String tenant = newTenantSlug();
        private final NewToken wanted;
        private final ProvisioningToken made;

        Entry() {
            this(newToken("entra"));
        }

        Entry(NewToken wanted) {
            this.wanted = wanted;
            this.made = get(() -> store().credentials().create(tenant, wanted, 2, ADMIN));
        }

        TokenHash first() {
            return wanted.secret().hash();
        }

        Future<ProvisioningToken> ask(Renewal renewal) {
            return store().credentials().renew(tenant, made.id(), renewal, ADMIN);
        }

        /** The new secret; the one before works on for so long. */
        TokenHash renewed(Duration overlap) {
            TokenSecret secret = newSecret();
            get(() -> ask(renewal(secret, Optional.of(overlap))));
            return secret.hash();
        }

        void isRefused(Optional<Duration> overlap) {
            refused(ErrorKind.CONFLICT, () -> ask(renewal(newSecret(), overlap)));
        }

        List<ProvisioningToken> listed() {
            return get(() -> store().credentials().list(tenant)).items();
        }
    }

    @Test
    void aRenewedTokenHasANewSecretAndTheOldOneEndsAtOnceWithoutOverlap() {
        Entry entry = new Entry();
        Renewal renewal =
                new Renewal(newSecret(), inTheFuture(YEAR.multipliedBy(2)), Optional.empty(), Optional.empty());

        ProvisioningToken renewed = get(() -> entry.ask(renewal));

        assertThat(renewed.id()).isEqualTo(entry.made.id());
        assertThat(renewed.expiresAt()).isEqualTo(renewal.expiresAt());
        assertThat(renewed.lastFour()).isEqualTo(renewal.secret().lastFour());
        assertThat(lookUp(entry.first(), renewal.secret().hash()))
                .containsOnlyKeys(renewal.secret().hash());
        assertThat(entry.listed()).containsExactly(renewed);
    }

    @Test
    void theOldSecretOfARenewedTokenIsValidUntilItsOverlapEnds() {
        Entry entry = new Entry();
        Instant before = Instant.now().minusSeconds(5);

        TokenHash second = entry.renewed(HALF_AN_HOUR);

        Map<TokenHash, Credential> both = lookUp(entry.first(), second);
        assertThat(both).containsOnlyKeys(entry.first(), second);
        Credential old = both.get(entry.first());
        assertThat(old.id()).isEqualTo(entry.made.id());
        assertThat(old.expiresAt())
                .isBetween(before.plus(HALF_AN_HOUR), Instant.now().plus(HALF_AN_HOUR.plusMinutes(1)));
        assertThat(both.get(second).expiresAt()).isAfter(old.expiresAt());
    }

    @Test
    void aFurtherRenewalKeepsEveryOverlapToItsPromisedEnd() {
        Entry entry = new Entry();
        TokenHash second = entry.renewed(Duration.ofHours(24));
        Instant promised = lookUp(entry.first()).get(entry.first()).expiresAt();

        TokenHash third = entry.renewed(HALF_AN_HOUR);

        Map<TokenHash, Credential> all = lookUp(entry.first(), second, third);
        assertThat(all).containsOnlyKeys(entry.first(), second, third);
        assertThat(all.get(entry.first()).expiresAt()).isEqualTo(promised);
        assertThat(all.get(second).expiresAt()).isBefore(promised);
    }

    @Test
    void aRenewalWithoutOverlapEndsEveryEarlierSecret() {
        Entry entry = new Entry();
        TokenHash second = entry.renewed(HALF_AN_HOUR);

        TokenHash third = entry.renewed(Duration.ZERO);

        assertThat(lookUp(entry.first(), second, third)).containsOnlyKeys(third);
    }

    @Test
    void aRunningOverlapIsEndedOnlyByWhoSaysSo() {
        Entry entry = new Entry();
        TokenHash second = entry.renewed(HALF_AN_HOUR);

        entry.isRefused(Optional.empty());

        assertThat(lookUp(entry.first(), second)).containsOnlyKeys(entry.first(), second);
    }

    @Test
    void earlierSecretsThatStillWorkAreBounded() {
        Entry entry = new Entry();
        for (int i = 0; i < Renewal.MOST_OVERLAPS; i++) {
            entry.renewed(HALF_AN_HOUR);
        }

        entry.isRefused(Optional.of(HALF_AN_HOUR));

        entry.renewed(Duration.ZERO);
    }

    @Test
    void ofParallelRenewalsOfOneSecretExactlyOneWins() {
        Entry entry = new Entry();
        List<TokenSecret> secrets =
                IntStream.range(0, 16).mapToObj(i -> newSecret()).toList();

        List<Boolean> won = loop().all(secrets.stream()
                .<Supplier<Future<Boolean>>>map(secret -> () -> entry.ask(renewal(secret, Optional.of(Duration.ZERO))
                                .replacing(Optional.of(entry.made.lastFour())))
                        .map(true)
                        .recover(TokenRenewalContract::conflictAsFalse))
                .toList());

        assertThat(won.stream().filter(winner -> winner)).hasSize(1);
        TokenSecret winner = secrets.get(won.indexOf(true));
        assertThat(lookUp(secrets.stream().map(TokenSecret::hash).toArray(TokenHash[]::new)))
                .containsOnlyKeys(winner.hash());
        assertThat(entry.listed().getFirst().lastFour()).isEqualTo(winner.lastFour());
    }

    @Test
    void anOverlapNeverOutlivesTheOldSecret() {
        Entry entry = new Entry(new NewToken("entra", "Short", newSecret(), inTheFuture(Duration.ofMinutes(5))));

        entry.renewed(Duration.ofHours(1));

        assertThat(lookUp(entry.first()).get(entry.first()).expiresAt()).isEqualTo(entry.wanted.expiresAt());
    }

    @Test
    void aRenewalNeedsNoFreePlace() {
        Entry entry = new Entry();
        get(() -> store().credentials().create(entry.tenant, newToken("entra"), 2, ADMIN));

        entry.renewed(HALF_AN_HOUR);

        assertThat(entry.listed()).hasSize(2);
    }

    /** The order is kept: deactivated, renewed, activated. Otherwise a text that has leaked would work again in between. */
    @Test
    void anInactiveTokenIsRenewedAndStaysInactive() {
        Entry entry = new Entry();
        get(() -> store().credentials().setState(entry.tenant, entry.made.id(), TokenState.INACTIVE, ADMIN));

        TokenHash second = entry.renewed(Duration.ZERO);

        assertThat(entry.listed().getFirst().state()).isEqualTo(TokenState.INACTIVE);
        get(() -> store().credentials().setState(entry.tenant, entry.made.id(), TokenState.ACTIVE, ADMIN));
        Map<TokenHash, Credential> after = lookUp(entry.first(), second);
        assertThat(after).containsOnlyKeys(second);
        assertThat(after.get(second).state()).isEqualTo(TokenState.ACTIVE);
    }

    private static Renewal renewal(TokenSecret secret, Optional<Duration> overlap) {
        return new Renewal(secret, inTheFuture(YEAR), overlap, Optional.empty());
    }

    private Map<TokenHash, Credential> lookUp(TokenHash... hashes) {
        return get(() -> store().credentials().lookUp(List.of(hashes)));
    }

    private static Future<Boolean> conflictAsFalse(Throwable cause) {
        boolean conflict = cause instanceof ScimException known && known.error().kind() == ErrorKind.CONFLICT;
        return conflict ? Future.succeededFuture(false) : Future.failedFuture(cause);
    }
}
