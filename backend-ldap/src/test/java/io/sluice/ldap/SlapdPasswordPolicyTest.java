package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Documents;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.sluice.ldap.server.RequiresSlapd;
import io.sluice.ldap.server.Slapd;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

/** The directory judges passwords: what it refuses is refused with its reason, and changes nothing. */
@RequiresSlapd
final class SlapdPasswordPolicyTest extends BackendContract {

    private static final String GOOD = "Tr0ub4dor&3-horse";
    private static final String SHORT = "tooshort";

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new LdapSetup(vertx, Slapd.withPasswordPolicy());
    }

    @Test
    void aUserWithARefusedPasswordIsNotMade() {
        String name = Fixtures.name("weak");

        String refusal = client().refused(
                        ErrorKind.INVALID_VALUE,
                        client().requests()
                                .create(Fixtures.USER, Fixtures.user(name).put("password", SHORT)));

        assertThat(refusal)
                .contains("password policy", "Password fails quality checking policy")
                .doesNotContain(SHORT);
        assertThat(client().ids(Fixtures.USER, "userName eq \"" + name + "\"")).isEmpty();
        client().create(Fixtures.USER, Fixtures.user(name).put("password", GOOD));
    }

    @Test
    void aRefusedPasswordChangesNothingElseInTheRequest() {
        StoredResource user = client().create(
                        Fixtures.USER, Fixtures.user(Fixtures.name("strong")).put("password", GOOD));

        client().refused(ErrorKind.INVALID_VALUE, client().requests().patch(user, """
                {"op": "add", "path": "title", "value": "Dr"},
                {"op": "replace", "path": "password", "value": "%s"}""".formatted(SHORT)));

        assertThat(Documents.of(client().read(user)).has("title")).isFalse();
        assertThat(client().read(user).version()).isEqualTo(user.version());
        assertThat(events(client(), user)).hasSize(1);
    }

    @Test
    void aPasswordOfBeforeIsRefusedWithTheReason() {
        StoredResource user = client().create(
                        Fixtures.USER, Fixtures.user(Fixtures.name("old")).put("password", GOOD));

        assertThat(client().refused(ErrorKind.INVALID_VALUE, client().requests().patch(user, """
                        {"op": "replace", "path": "password", "value": "%s"}""".formatted(GOOD))))
                .contains("password policy", "It says: ")
                .doesNotContain(GOOD);
    }
}
