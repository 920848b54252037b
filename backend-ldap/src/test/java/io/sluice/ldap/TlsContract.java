package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.HostCertificate;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only the server that was meant is talked to: its certificate is trusted and is for the name in the URL. */
@ExtendWith(VertxExtension.class)
abstract class TlsContract {

    enum Mode {
        LDAPS,
        STARTTLS
    }

    /** A directory that speaks TLS, and its two ports. */
    record Secure(DirectoryServer server, int securePort) {}

    @TempDir
    Path directory;

    private final Requests requests = Requests.of(new TenantId("acme", 1));
    private EventLoop loop;
    private Vertx vertx;
    private HostCertificate certificate;
    private Secure secure;

    abstract Secure start(HostCertificate certificate);

    @BeforeEach
    void start(Vertx running) {
        vertx = running;
        loop = new EventLoop(running);
        certificate = HostCertificate.of("localhost", directory);
        secure = start(certificate);
    }

    @AfterEach
    void stop() {
        secure.server().close();
    }

    @ParameterizedTest
    @EnumSource
    void aServerWithATrustedCertificateOfItsNameIsUsed(Mode mode) throws LDAPException {
        Backend backend = backend(mode, "localhost", certificate.certificate());
        ObjectNode user = Fixtures.user(Fixtures.name("tls")).put("password", "Bl4ck-S3a-Otter");

        BackendReply reply = loop.get(() -> backend.execute(requests.create(Fixtures.USER, user)));

        assertThat(reply).isInstanceOf(BackendReply.Stored.class);
        String dn = "uid=" + user.path("userName").asText() + ",ou=people,ou=acme-1," + DirectoryServer.SUFFIX;
        try (LDAPConnection connection =
                new LDAPConnection("127.0.0.1", secure.server().port())) {
            assertThat(connection.bind(dn, "Bl4ck-S3a-Otter").getResultCode().intValue())
                    .isZero();
        }
        loop.get(backend::stop);
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateOfAnotherNameIsRefused(Mode mode) {
        HostCertificate elsewhere = HostCertificate.of("elsewhere.example", directory);
        secure.server().close();
        secure = start(elsewhere);

        refused(backend(mode, "localhost", elsewhere.certificate()), "its certificate is for another host name");
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatTheCertificateDoesNotNameIsRefusedWhateverItResolvesTo(Mode mode) {
        refused(backend(mode, "127.0.0.1", certificate.certificate()), "its certificate is for another host name");
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateThatIsNotTrustedIsRefused(Mode mode) {
        Path other = HostCertificate.of("elsewhere", directory).certificate();

        refused(backend(mode, "localhost", other), "its certificate is not trusted");
    }

    @Test
    void whatTheJvmDoesNotTrustIsRefusedWhenNothingElseIsSaid() {
        ObjectNode settings = settings(Mode.LDAPS, "localhost");

        refused(new LdapBackendProvider().create(vertx, settings), "its certificate is not trusted");
    }

    private void refused(Backend backend, String reason) {
        loop.get(backend::start);
        ScimException failure = catchThrowableOfType(
                ScimException.class,
                () -> loop.get(
                        () -> backend.execute(requests.create(Fixtures.USER, Fixtures.user(Fixtures.name("tls"))))));
        assertThat(failure.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.error().detail()).contains(reason);
        loop.get(backend::stop);
    }

    private Backend backend(Mode mode, String host, Path trust) {
        ObjectNode settings = settings(mode, host);
        settings.withObject("tls").put("trust", trust.toString());
        return new LdapSetup(vertx, secure.server(), settings).backend();
    }

    private ObjectNode settings(Mode mode, String host) {
        String url = switch (mode) {
            case LDAPS -> "ldaps://" + host + ":" + secure.securePort();
            case STARTTLS -> "ldap://" + host + ":" + secure.server().port();
        };
        ObjectNode settings = LdapSetup.settings(secure.server()).put("servers", url);
        settings.putObject("tls").put("mode", mode.name().toLowerCase(java.util.Locale.ROOT));
        return settings;
    }
}
