package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.Administrator;
import io.sluice.core.control.AdministratorRole.Operator;
import io.sluice.core.control.AdministratorRole.TenantAdministrator;
import io.sluice.core.control.AdministratorStore;
import io.sluice.core.control.ApiKey;
import io.sluice.core.control.ApiKeyHolder;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.NewAdministrator;
import io.sluice.core.control.NewApiKey;
import io.sluice.core.control.PasswordHash;
import io.sluice.core.error.ErrorKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of administrators must do. */
public abstract class AdministratorStoreContract extends ControlStoreContract {

    private static final PasswordHash HASH = new PasswordHash("$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA");

    @Test
    void anAdministratorIsFoundByNameInAnyCase() {
        NewAdministrator wanted = operator();
        Administrator made = get(() -> administrators().create(wanted, ADMIN));

        var found = get(() -> administrators().find(wanted.name().toUpperCase(Locale.ROOT)))
                .orElseThrow();
        assertThat(found.administrator()).isEqualTo(made);
        assertThat(found.password()).contains(HASH);
        assertThat(get(() -> administrators().find("nobody"))).isEmpty();
        assertThat(get(() -> administrators().list()).items()).contains(made);
    }

    @Test
    void aNameIsTakenInEveryCase() {
        NewAdministrator wanted = operator();
        get(() -> administrators().create(wanted, ADMIN));
        NewAdministrator shouted =
                new NewAdministrator(wanted.name().toUpperCase(Locale.ROOT), wanted.role(), Optional.empty());

        refused(ErrorKind.CONFLICT, () -> administrators().create(shouted, ADMIN));
    }

    @Test
    void aTenantAdministratorKeepsTheTenants() {
        TenantAdministrator role = new TenantAdministrator(Set.of("acme", "globex"));
        NewAdministrator wanted = new NewAdministrator(name(), role, Optional.empty());
        get(() -> administrators().create(wanted, ADMIN));

        var found = get(() -> administrators().find(wanted.name())).orElseThrow();
        assertThat(found.administrator().role()).isEqualTo(role);
        assertThat(found.password()).isEmpty();
    }

    @Test
    void passwordAndRoleCanChange() {
        String name = get(() -> administrators().create(operator(), ADMIN)).name();
        get(() -> administrators().create(operator(), ADMIN));
        PasswordHash other = new PasswordHash("$argon2id$other");

        get(() -> administrators().setPassword(name, other, ADMIN));
        get(() -> administrators().setRole(name, new TenantAdministrator(Set.of("acme")), ADMIN));
        var found = get(() -> administrators().find(name)).orElseThrow();
        assertThat(found.password()).contains(other);
        assertThat(found.administrator().role()).isEqualTo(new TenantAdministrator(Set.of("acme")));
        refused(ErrorKind.NOT_FOUND, () -> administrators().setPassword(name(), other, ADMIN));
    }

    @Test
    void theLastOperatorStays() {
        String last = get(() -> administrators().create(operator(), ADMIN)).name();
        for (Administrator other : get(() -> administrators().list()).items()) {
            if (!other.name().equals(last)) {
                get(() -> administrators().remove(other.name(), ADMIN));
            }
        }

        refused(ErrorKind.CONFLICT, () -> administrators().remove(last, ADMIN));
        refused(ErrorKind.CONFLICT, () -> administrators().setRole(last, new TenantAdministrator(Set.of()), ADMIN));
    }

    @Test
    void anApiKeyLeadsToItsAdministrator() {
        Administrator holder = get(() -> administrators().create(operator(), ADMIN));
        NewApiKey wanted = new NewApiKey("deploy", newSecret(), inTheFuture(YEAR));
        ApiKey key = get(() -> administrators().addKey(holder.name(), wanted, ADMIN));

        assertThat(lookUp(wanted)).contains(new ApiKeyHolder(key, holder));
        assertThat(get(() -> administrators().keys(holder.name())).items()).containsExactly(key);

        get(() -> administrators().removeKey(holder.name(), key.id(), ADMIN));
        assertThat(lookUp(wanted)).isEmpty();
        refused(ErrorKind.NOT_FOUND, () -> administrators().removeKey(holder.name(), key.id(), ADMIN));
    }

    @Test
    void theKeysGoWithTheirAdministrator() {
        get(() -> administrators().create(operator(), ADMIN));
        String name = get(() -> administrators().create(operator(), ADMIN)).name();
        NewApiKey wanted = new NewApiKey("deploy", newSecret(), inTheFuture(YEAR));
        get(() -> administrators().addKey(name, wanted, ADMIN));

        get(() -> administrators().remove(name, ADMIN));
        assertThat(lookUp(wanted)).isEmpty();
    }

    @Test
    void everyChangeIsAuditedWithoutSecrets() {
        String name = get(() -> administrators().create(operator(), ADMIN)).name();
        get(() -> administrators().setPassword(name, HASH, ADMIN));

        List<AuditEvent> events = events(AuditEvent.SYSTEM).stream()
                .filter(event -> event.target().equals("Administrator/" + name))
                .toList();
        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly("Administrator Created", "Administrator Password Changed");
        assertThat(events.toString()).doesNotContain("argon2");
    }

    private AdministratorStore administrators() {
        return store().administrators();
    }

    private Optional<ApiKeyHolder> lookUp(NewApiKey key) {
        return Optional.ofNullable(get(() -> administrators()
                        .lookUpKeys(List.of(key.secret().hash(), newSecret().hash())))
                .get(key.secret().hash()));
    }

    private static NewAdministrator operator() {
        return new NewAdministrator(name(), new Operator(), Optional.of(HASH));
    }

    private static String name() {
        return "admin-" + UUID.randomUUID();
    }
}
