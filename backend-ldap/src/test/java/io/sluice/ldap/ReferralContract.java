package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.controls.ManageDsaITRequestControl;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.sluice.ldap.server.DirectoryServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Referrals (RFC 4511 section 4.1.10) lead to servers that nobody configured: they are not followed, and never look like nothing. */
abstract class ReferralContract extends BackendContract {

    private Optional<DirectoryServer> server = Optional.empty();

    /** A directory with our schema and an empty suffix; the setup closes it. */
    abstract DirectoryServer start();

    @Override
    protected final BackendSetup setup(Vertx vertx) {
        DirectoryServer started = start();
        server = Optional.of(started);
        return new LdapSetup(vertx, started);
    }

    @Test
    void oneAmongTheUsersIsLeftOut() throws LDAPException, IOException {
        BackendClient own = newTenant();
        StoredResource user = own.user("ann");
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refer("ou=elsewhere,ou=people," + home(own), elsewhere);

            assertThat(own.ids(Fixtures.USER, "userName pr")).containsExactly(user.id());
            assertThat(own.count(Fixtures.USER)).isEqualTo(1);
            assertNobodyCame(elsewhere);
        }
    }

    @Test
    void aBaseThatIsOneIsUnavailableAndNotEmpty() throws LDAPException, IOException {
        BackendClient own = newTenant();
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            add(
                    home(own),
                    new Attribute("objectClass", "top", "organizationalUnit"),
                    new Attribute("ou", home(own).replaceAll("^ou=|,.*", "")));
            refer("ou=people," + home(own), elsewhere);

            assertThat(own.refused(ErrorKind.UNAVAILABLE, own.requests().create(Fixtures.USER, Fixtures.user("ann"))))
                    .contains("referrals are not followed")
                    .doesNotContain(Integer.toString(elsewhere.getLocalPort()));
            own.refused(
                    ErrorKind.UNAVAILABLE, own.requests().search(Fixtures.USER).build());
            own.refused(
                    ErrorKind.UNAVAILABLE,
                    own.requests()
                            .search(Fixtures.USER)
                            .filter("userName eq \"ann\"")
                            .build());
            assertNobodyCame(elsewhere);
        }
        // Nobody else is kept from being served.
        client().user(Fixtures.name("elsewhere"));
    }

    private static String home(BackendClient client) {
        return "ou=" + client.tenant().slug() + "-" + client.tenant().number() + "," + DirectoryServer.SUFFIX;
    }

    private void refer(String dn, ServerSocket to) throws LDAPException {
        add(
                dn,
                new Attribute("objectClass", "top", "referral", "extensibleObject"),
                new Attribute("ou", dn.replaceAll("^ou=|,.*", "")),
                new Attribute("ref", "ldap://127.0.0.1:" + to.getLocalPort() + "/ou=people,dc=example,dc=com"));
    }

    private void add(String dn, Attribute... attributes) throws LDAPException {
        try (LDAPConnection connection = new LDAPConnection(
                "127.0.0.1", server.orElseThrow().port(), DirectoryServer.BIND_DN, DirectoryServer.BIND_PASSWORD)) {
            AddRequest request = new AddRequest(dn, attributes);
            request.addControl(new ManageDsaITRequestControl());
            connection.add(request);
        }
    }

    private static void assertNobodyCame(ServerSocket server) throws IOException {
        server.setSoTimeout(1);
        org.assertj.core.api.Assertions.assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
}
