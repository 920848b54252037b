package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.ldap.server.DirectoryServer;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
final class UnavailableDirectoryTest {

    private final Requests requests = Requests.of(new TenantId("acme", 1));

    @Test
    void aDirectoryThatIsAwayMeans503WithRetryAfterAndIsNoReasonNotToStart(Vertx vertx) throws IOException {
        EventLoop loop = new EventLoop(vertx);
        Backend backend;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            backend = new LdapBackendProvider().create(vertx, settings(socket.getLocalPort()));
        }
        loop.get(backend::start);

        assertUnavailable(read(loop, backend));
        assertThat(catchThrowableOfType(ScimException.class, () -> loop.get(backend::health)))
                .isNotNull();
    }

    @Test
    void aDirectoryThatIsSilentIsNotAskedAgainAndAgain(Vertx vertx) throws IOException {
        EventLoop loop = new EventLoop(vertx);
        try (ServerSocket silent = new ServerSocket(0, 64, InetAddress.getLoopbackAddress())) {
            ObjectNode settings = settings(silent.getLocalPort());
            settings.putObject("limits").put("responseTimeoutMillis", 20).put("connectTimeoutMillis", 20);
            Backend backend = new LdapBackendProvider().create(vertx, settings);
            loop.get(backend::start);

            for (int i = 0; i < 20; i++) {
                assertUnavailable(read(loop, backend));
            }
            assertThat(read(loop, backend).detail()).contains("does not answer");
        }
    }

    private ScimError read(EventLoop loop, Backend backend) {
        ScimException failure = catchThrowableOfType(
                ScimException.class,
                () -> loop.get(() -> backend.execute(
                        requests.read(Fixtures.USER, UUID.randomUUID().toString()))));
        return failure.error();
    }

    private static void assertUnavailable(ScimError error) {
        assertThat(error.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(error.retryAfter()).isPresent();
    }

    private static ObjectNode settings(int port) {
        return LdapSetup.settings(new DirectoryServer() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public void close() {
                // There is none.
            }
        });
    }
}
