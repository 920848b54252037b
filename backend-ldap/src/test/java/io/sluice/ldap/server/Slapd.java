package io.sluice.ldap.server;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real OpenLDAP server of the Debian package, with a configuration of its own in a temporary directory. */
public final class Slapd implements DirectoryServer {

    private static final Path PROGRAM = Path.of("/usr/sbin/slapd");
    private static final Path SCHEMAS = Path.of("/etc/ldap/schema/inetorgperson.ldif");

    private final Path directory;
    private final int port;
    private final int securePort;
    private Process process;

    private Slapd(Path directory, boolean secure) {
        this.directory = directory;
        this.port = Programs.freePort();
        this.securePort = secure ? Programs.freePort() : 0;
        this.process = launch();
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isReadable(SCHEMAS);
    }

    public static Slapd start() {
        return start(Optional.empty(), false);
    }

    /** Refuses passwords of fewer than 12 characters, and the last three. */
    public static Slapd withPasswordPolicy() {
        return start(Optional.empty(), true);
    }

    /** Serves plain LDAP with StartTLS on {@link #port()} and LDAPS on {@link #securePort()}. */
    public static Slapd start(HostCertificate certificate) {
        return start(Optional.of(certificate), false);
    }

    private static Slapd start(Optional<HostCertificate> certificate, boolean policy) {
        try {
            Path directory = Files.createTempDirectory("slapd");
            Files.createDirectories(directory.resolve("config"));
            Files.createDirectories(directory.resolve("data"));
            String tls = certificate
                    .map(made -> "olcTLSCertificateFile: " + made.certificate() + "\nolcTLSCertificateKeyFile: "
                            + made.key() + "\n")
                    .orElse("");
            Map<String, String> values = Map.of("@DIR@", directory.toString(), "@TLS@\n", tls);
            copy("/io/sluice/ldap/schema/sluice-olc.ldif", directory, "sluice-olc.ldif", Map.of());
            copy("/slapd/config.ldif", directory, "config.ldif", values);
            copy("/slapd/suffix.ldif", directory, "suffix.ldif", Map.of());
            load(directory, "0", "config.ldif");
            load(directory, "1", "suffix.ldif");
            if (policy) {
                copy("/slapd/policy.ldif", directory, "policy.ldif", Map.of());
                copy("/slapd/policy-suffix.ldif", directory, "policy-suffix.ldif", Map.of());
                load(directory, "0", "policy.ldif");
                load(directory, "1", "policy-suffix.ldif");
            }
            return new Slapd(directory, certificate.isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    public int securePort() {
        return securePort;
    }

    /** Stops answering without closing anything: SIGSTOP. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        Programs.await(Programs.run(List.of("kill", "-" + name, Long.toString(process.pid()))));
    }

    /** As a crash would: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        Programs.await(process);
    }

    public void restart() {
        process = launch();
    }

    @Override
    public void close() {
        process.destroy();
        Programs.await(process);
        Programs.deleteTree(directory);
    }

    private Process launch() {
        Process started = Programs.run(List.of(
                PROGRAM.toString(),
                "-d",
                "0",
                "-F",
                directory.resolve("config").toString(),
                "-h",
                "ldap://127.0.0.1:" + port + (securePort == 0 ? "" : " ldaps://127.0.0.1:" + securePort)));
        Programs.awaitAnswer("slapd", started, this::answers);
        return started;
    }

    private boolean answers() {
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", port, BIND_DN, BIND_PASSWORD)) {
            return connection.isConnected();
        } catch (LDAPException e) {
            return false;
        }
    }

    private static void load(Path directory, String database, String ldif) {
        Process slapadd = Programs.run(List.of(
                "/usr/sbin/slapadd",
                "-F",
                directory.resolve("config").toString(),
                "-n",
                database,
                "-l",
                directory.resolve(ldif).toString()));
        if (Programs.await(slapadd) != 0) {
            throw new IllegalStateException("slapadd refused " + ldif);
        }
    }

    private static void copy(String resource, Path directory, String name, Map<String, String> values)
            throws IOException {
        try (InputStream in = Slapd.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace(value.getKey(), value.getValue());
            }
            Files.writeString(directory.resolve(name), text);
        }
    }
}
