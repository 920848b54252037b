package io.sluice.ldap.server;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A real 389 Directory Server of the Debian package, in a temporary directory, made of the package's own templates. */
public final class Ds389 implements DirectoryServer {

    private static final Path PROGRAM = Path.of("/usr/sbin/ns-slapd");
    private static final Path TEMPLATES = Path.of("/usr/share/dirsrv/data");
    private static final String ACCOUNT = "dirsrv";
    private static final String MANAGER = "cn=Directory Manager";
    private static final String TRUST = "server.pem";
    /** The usual way to keep passwords costs a tenth of a second for each connection, on purpose. */
    private static final String QUICK = "passwordStorageScheme: SSHA512\n";

    private static final String UNSAFE = """
            dn: cn=bdb,cn=config,cn=ldbm database,cn=plugins,cn=config
            objectclass: top
            objectclass: extensibleObject
            cn: bdb
            nsslapd-db-durable-transaction: off
            """;
    private static final List<String> DIRECTORIES =
            List.of("bak", "cert", "conf/schema", "db", "inst", "ldif", "lock", "log", "run", "tmp");

    private final Path directory;
    private final int port;
    private final int securePort;
    private final Process process;

    private Ds389(Path directory, int port, int securePort) {
        this.directory = directory;
        this.port = port;
        this.securePort = securePort;
        this.process = Programs.run(List.of(
                PROGRAM.toString(),
                "-D",
                directory.resolve("conf").toString(),
                "-i",
                directory.resolve("run/pid").toString(),
                "-d",
                "0"));
        Programs.awaitAnswer("ns-slapd", process, this::answers);
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isReadable(TEMPLATES.resolve("template-dse.ldif"));
    }

    public static Ds389 start() {
        try {
            Path directory = Files.createTempDirectory("ds389");
            for (String name : DIRECTORIES) {
                Files.createDirectories(directory.resolve(name));
            }
            int port = Programs.freePort();
            int securePort = Programs.freePort();
            String secure = "nsslapd-security: on\nnsslapd-securePort: " + securePort + "\n" + QUICK + "nsslapd-port: ";
            String configuration = configuration(directory, port).replace("nsslapd-port: ", secure);
            Files.writeString(directory.resolve("conf/dse.ldif"), configuration);
            certify(directory.resolve("cert"));
            try (InputStream ours = Ds389.class.getResourceAsStream("/io/sluice/ldap/schema/sluice.ldif")) {
                Files.copy(java.util.Objects.requireNonNull(ours), directory.resolve("conf/schema/99sluice.ldif"));
            }
            if (isRoot()) {
                Programs.await(Programs.run(List.of("chown", "-R", ACCOUNT, directory.toString())));
            }
            Ds389 server = new Ds389(directory, port, securePort);
            server.fill();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This server, which whoever closes it does not stop. */
    public DirectoryServer lent() {
        return new DirectoryServer() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public String url() {
                return Ds389.this.url();
            }

            @Override
            public Optional<Path> trust() {
                return Ds389.this.trust();
            }

            @Override
            public void close() {
                // Others use it.
            }
        };
    }

    @Override
    public int port() {
        return port;
    }

    /** The server sets passwords over TLS only. */
    @Override
    public String url() {
        return "ldaps://localhost:" + securePort;
    }

    @Override
    public Optional<Path> trust() {
        return Optional.of(directory.resolve("cert").resolve(TRUST));
    }

    @Override
    public void close() {
        process.destroy();
        Programs.await(process);
        Programs.deleteTree(directory);
    }

    /** A certificate for localhost in the server's own kind of store, and beside it as a PEM file. */
    private static void certify(Path store) throws IOException {
        Path password = Files.writeString(store.resolve("pwdfile.txt"), "of-the-test\n");
        Path noise = Files.writeString(store.resolve("noise.txt"), password + " " + System.nanoTime());
        Files.writeString(store.resolve("pin.txt"), "Internal (Software) Token:of-the-test\n");
        certutil(store, "-N", "-f", password.toString());
        certutil(
                store,
                ("-S -n Server-Cert -s CN=localhost -8 localhost -x -t CTu,u,u -v 12 -g 2048 -z " + noise + " -f "
                                + password)
                        .split(" "));
        certutil(
                store,
                "-L",
                "-n",
                "Server-Cert",
                "-a",
                "-o",
                store.resolve(TRUST).toString());
    }

    private static void certutil(Path store, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/certutil", "-d", store.toString()));
        command.addAll(List.of(arguments));
        if (Programs.await(Programs.run(command)) != 0) {
            throw new IllegalStateException("certutil refused " + command);
        }
    }

    private static String configuration(Path directory, int port) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : List.of("bak", "cert", "db", "inst", "ldif", "lock", "log", "run", "tmp")) {
            values.put(name + "_dir", directory.resolve(name).toString());
        }
        values.put("schema_dir", directory.resolve("conf/schema").toString());
        values.put("config_dir", "/etc/dirsrv/config");
        values.put("db_home_dir", directory.resolve("db").toString());
        values.put("db_lib", "bdb");
        values.put("ds_bename", "userroot");
        values.put("ds_passwd", "{CLEAR}" + BIND_PASSWORD);
        values.put("ds_port", Integer.toString(port));
        values.put("ds_suffix", SUFFIX);
        values.put("ds_user", isRoot() ? ACCOUNT : System.getProperty("user.name"));
        values.put("fqdn", "localhost");
        values.put("ldapi", directory.resolve("run/socket").toString());
        values.put("ldapi_autobind", "off");
        values.put("ldapi_enabled", "off");
        values.put("rootdn", MANAGER);
        List<String> lines = new ArrayList<>(Files.readAllLines(TEMPLATES.resolve("template-dse.ldif")));
        lines.addAll(Files.readAllLines(TEMPLATES.resolve("template-suffix-db.ldif")));
        String text = lines.stream().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("%" + value.getKey() + "%", value.getValue());
        }
        return text.replaceAll("\n{3,}", "\n\n")
                // userNames and e-mail addresses of all scripts are ours to judge.
                .replaceAll("(NS7bitAttr_Init\n.*\n.*nsslapd-pluginenabled:) on", "$1 off")
                // What is thrown away need not reach the disk.
                .replace("nsslapd-backend-implement: bdb\n", "nsslapd-backend-implement: bdb\n\n" + UNSAFE);
    }

    /** The suffix and our service account, as docs/backends/ldap.md describes them. */
    private void fill() {
        try (LDAPConnection manager = new LDAPConnection("127.0.0.1", port, MANAGER, BIND_PASSWORD)) {
            manager.add(
                    "dn: " + SUFFIX,
                    "objectClass: domain",
                    "dc: example",
                    "aci: (targetattr=\"*\")(version 3.0; acl \"sluice\"; allow (all) userdn=\"ldap:///" + BIND_DN
                            + "\";)");
            manager.add(
                    "dn: " + BIND_DN,
                    "objectClass: organizationalRole",
                    "objectClass: simpleSecurityObject",
                    "cn: scim",
                    "userPassword: " + BIND_PASSWORD,
                    "nsSizeLimit: -1",
                    "nsLookThroughLimit: -1");
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", port, MANAGER, BIND_PASSWORD)) {
            return connection.isConnected();
        } catch (LDAPException e) {
            return false;
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
