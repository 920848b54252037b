package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.Connection;
import io.sluice.core.control.ConnectionStore;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.TokenHash;
import io.sluice.core.error.ErrorKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of connections must do. */
public abstract class ConnectionStoreContract extends ControlStoreContract {

    @Test
    void aConnectionIsMadeWithItsFirstCredentialAndTolerant() {
        String tenant = newTenantSlug();
        assertThat(get(() -> connections().list(tenant)).items()).isEmpty();
        token(tenant, "okta");
        token(tenant, "entra");
        token(tenant, "entra");

        assertThat(get(() -> connections().list(tenant)).items())
                .extracting(Connection::idp, Connection::strict)
                .containsExactly(tuple("entra", false), tuple("okta", false));
    }

    @Test
    void theProfileIsSeenByTheVerifierAndWrittenToTheTrail() {
        String tenant = newTenantSlug();
        TokenHash hash = token(tenant, "entra");
        assertThat(strict(hash)).isFalse();
        Connection strict = get(() -> connections().setStrict(tenant, "entra", true, ADMIN));
        get(() -> connections().setStrict(tenant, "entra", true, ADMIN));

        assertThat(strict.strict()).isTrue();
        assertThat(strict(hash)).isTrue();
        List<AuditEvent> changed = events(tenant).stream()
                .filter(event -> event.action().equals("SCIM Connection Updated"))
                .toList();
        assertThat(changed).singleElement().satisfies(event -> {
            assertThat(event.idp()).isEqualTo("entra");
            assertThat(event.target()).isEqualTo("Connection/entra");
            assertThat(event.changes())
                    .containsExactly(
                            new AuditChange("profile", Optional.of("\"tolerant\""), Optional.of("\"strict\"")));
        });
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String tenant = newTenantSlug();
        refused(ErrorKind.NOT_FOUND, () -> connections().setStrict(tenant, "entra", true, ADMIN));
        refused(ErrorKind.NOT_FOUND, () -> connections().list("no-such-tenant"));
    }

    private TokenHash token(String tenant, String idp) {
        NewToken token = newToken(idp);
        get(() -> store().credentials().create(tenant, token, 2, ADMIN));
        return token.secret().hash();
    }

    private boolean strict(TokenHash hash) {
        return get(() -> store().credentials().lookUp(List.of(hash))).get(hash).strict();
    }

    private ConnectionStore connections() {
        return store().connections();
    }
}
