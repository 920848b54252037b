package io.sluice.ldap.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.NewAdministrator;
import io.sluice.core.control.NewTenant;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.PasswordHash;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenSecret;
import io.sluice.core.kit.AdministratorStoreContract;
import io.sluice.core.kit.AuditTrailContract;
import io.sluice.core.kit.CredentialStoreContract;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.JwtIssuerStoreContract;
import io.sluice.core.kit.OAuthClientStoreContract;
import io.sluice.core.kit.SigningKeyStoreContract;
import io.sluice.core.kit.TenantStoreContract;
import io.sluice.core.kit.TokenRenewalContract;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

final class FileControlStoreTest {

    private static final long SMALL = 4_096;

    @TempDir
    static Path directory;

    private static ControlStore inDirectory(Vertx vertx) {
        return new FileControlStore(
                vertx, directory.resolve("store-" + System.nanoTime()), SMALL, InstantSource.system());
    }

    @Nested
    final class Administrator extends AdministratorStoreContract {
        @Override
        protected ControlStore store(Vertx vertx) {
            return inDirectory(vertx);
        }
    }

    @Nested
    final class AuditTrail extends AuditTrailContract {
        @Override
        protected ControlStore store(Vertx vertx) {
            return inDirectory(vertx);
        }
    }

    @Nested
    final class Credential extends CredentialStoreContract {
        @Override
        protected ControlStore store(Vertx vertx) {
            return inDirectory(vertx);
        }
    }

    @Nested
    final class TokenRenewal extends TokenRenewalContract {
        @Override
        protected ControlStore store(Vertx vertx) {
            return inDirectory(vertx);
        }
    }

    @Nested
    final class JwtIssuer extends JwtIssuerStoreContract {
        @Override
        protected ControlStore store(Vertx vertx) {
            return inDirectory(vertx);
        }
    }

    @Nested
    final class OAuthClient extends OAuthClientStoreContract {
        @Override
        protected ControlStore store(Vertx vertx) {
            return inDirectory(vertx);
        }
    }

    @Nested
    final class SigningKey extends SigningKeyStoreContract {
        @Override
        protected ControlStore store(Vertx vertx) {
            return inDirectory(vertx);
        }
    }

    @Nested
    final class Tenant extends TenantStoreContract {
        @Override
        protected ControlStore store(Vertx vertx) {
            return inDirectory(vertx);
        }
    }

    @Nested
    @ExtendWith(VertxExtension.class)
    final class Restart {

        private final Actor actor = new Actor("root", "admin", "127.0.0.1");
        private final Path own = directory.resolve("restart-" + System.nanoTime());

        @Test
        void everythingAcknowledgedIsThereAfterARestart(Vertx vertx) throws IOException {
            EventLoop loop = new EventLoop(vertx);
            ControlStore before = new FileControlStore(vertx, own, SMALL, InstantSource.system());
            TokenSecret secret = new TokenSecret(new TokenHash(1, -2, 3, Long.MIN_VALUE), "last");
            loop.get(before::start);
            loop.get(() -> before.tenants().create(new NewTenant("acme", "Acme", "ldap"), actor));
            loop.get(() -> before.credentials()
                    .create(
                            "acme",
                            new NewToken("entra", "first", secret, Instant.now().plusSeconds(60)),
                            2,
                            actor));
            loop.get(() -> before.administrators()
                    .create(
                            new NewAdministrator(
                                    "ann",
                                    new AdministratorRole.TenantAdministrator(Set.of("acme")),
                                    Optional.of(new PasswordHash("scrypt$1"))),
                            actor));

            // No stop: a crash does not ask.
            ControlStore after = new FileControlStore(vertx, own, SMALL, InstantSource.system());
            loop.get(after::start);

            assertThat(loop.get(() -> after.tenants().find("acme")))
                    .isEqualTo(loop.get(() -> before.tenants().find("acme")));
            assertThat(loop.get(() -> after.credentials().lookUp(List.of(secret.hash()))))
                    .isEqualTo(loop.get(() -> before.credentials().lookUp(List.of(secret.hash()))))
                    .hasSize(1);
            assertThat(loop.get(() -> after.administrators().find("ann")))
                    .isEqualTo(loop.get(() -> before.administrators().find("ann")))
                    .isPresent();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("control.json"))))
                    .isEqualTo("rw-------");
        }
    }
}
