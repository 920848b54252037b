package io.sluice.load.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Everything that is measured is really done, in a directory that is as before in the end. */
final class RawLdapTest {

    private static final String BASE = "dc=example,dc=com";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private InMemoryDirectoryServer server;

    @BeforeEach
    void start() throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials("cn=scim", "between-us");
        server = new InMemoryDirectoryServer(config);
        server.startListening();
        server.add("dn: " + BASE, "objectClass: domain", "dc: example");
    }

    @AfterEach
    void stop() {
        server.shutDown(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--shared"})
    void countsWhatWasDoneAndLeavesNothing(String how) throws Exception {
        assertThat(run("--connections=2", "--in-flight=8", "--count=40", how)).isZero();

        assertThat(out.toString().lines().skip(1).map(line -> line.replaceAll(" +", " ")))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).startsWith("add 40 "))
                .anySatisfy(line -> assertThat(line).startsWith("modify 40 "))
                .anySatisfy(line -> assertThat(line).startsWith("search 40 "))
                .anySatisfy(line -> assertThat(line).startsWith("member 40 "));
        assertThat(server.search(BASE, SearchScope.SUB, "(objectClass=*)").getEntryCount())
                .isEqualTo(1);
    }

    @Test
    void nothingIsDoneWithoutABaseOrWithWrongNumbers() throws Exception {
        assertThat(run("--connections=0")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("--count=0")).isEqualTo(CommandLine.ExitCode.USAGE);
        server.deleteSubtree(BASE);
        assertThat(run("--count=1")).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    }

    private int run(String... options) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), "between-us\n");
        List<String> arguments = new ArrayList<>(List.of(
                "--ldap=ldap://127.0.0.1:" + server.getListenPort(),
                "--bind-dn=cn=scim",
                "--password-file=" + password,
                "--base=" + BASE));
        for (String option : options) {
            if (!option.isEmpty()) {
                arguments.add(option);
            }
        }
        return new CommandLine(new RawLdapCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments.toArray(String[]::new));
    }
}
