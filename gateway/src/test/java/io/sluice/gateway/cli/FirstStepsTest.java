package io.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.cli.Shell.Done;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What somebody reads who tries the commands for the first time. */
final class FirstStepsTest {

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({
        "strat, sluice has no command \"strat\"., start",
        "tenant lst, sluice tenant has no command \"lst\"., list",
        "token frobnicate, sluice token has no command \"frobnicate\"., renew"
    })
    void aCommandThatThereIsNotIsSaidWithThoseThatThereAre(String line, String sentence, String right) {
        Done done = run(line.split(" "));
        assertThat(done.code()).isEqualTo(2);
        assertThat(done.out()).isEmpty();
        assertThat(done.err()).startsWith("sluice: " + sentence).contains(right, "--help");
        assertThat(done.err().lines()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "version --frobnicate, Unknown option: '--frobnicate'",
        "demo --users, Missing required parameter for option '--users'",
        "demo --users 0, --users takes 1 or more",
        "tenant, Missing required subcommand"
    })
    void everyWrongUsageSaysWhoSpeaks(String line, String sentence) {
        Done done = run(line.split(" "));
        assertThat(done.code()).isEqualTo(2);
        assertThat(done.out()).isEmpty();
        assertThat(done.err()).startsWith("sluice: " + sentence);
    }

    @Test
    void theDemoWithoutAGatewaySaysWhatToStart() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Files.writeString(data.resolve("first-token"), "slc_any");
        Done done = run(
                "demo",
                "--url",
                "http://127.0.0.1:" + free + "/tenants/default/scim/v2",
                "--data-dir",
                data.toString());
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err())
                .startsWith("sluice: No gateway answers at 127.0.0.1:" + free)
                .contains("./sluice start", "--url");
        assertThat(done.out()).isEmpty();
    }

    @Test
    void theDemoWithoutATokenSaysWhatMakesOne() {
        Done done = run("demo", "--data-dir", data.toString());
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.err())
                .startsWith("sluice: There is no token in " + data.resolve("first-token") + ".")
                .contains("./sluice start")
                .hasLineCount(1);
    }

    /** The lock names a process that lives, as it does from the first moment of a start. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDemoWhileAGatewayIsStartingSaysToWait(boolean token) throws IOException {
        Files.writeString(
                data.resolve("lock"), Long.toString(ProcessHandle.current().pid()));
        if (token) {
            Files.writeString(data.resolve("first-token"), "slc_any");
        }
        Done done = run("demo", "--url", "http://127.0.0.1:1/tenants/default/scim/v2", "--data-dir", data.toString());
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.out()).isEmpty();
        assertThat(done.err())
                .startsWith("sluice: ")
                .contains("is still starting", "Try again")
                .hasLineCount(1);
    }

    @Test
    void aTokenFileThatThereIsNotIsWrongUsage() {
        Done done = run("demo", "--token-file", data.resolve("none").toString());
        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).startsWith("sluice: --token-file names " + data.resolve("none"));
    }

    private static Done run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Done(commandLine.execute(arguments), out.toString(), err.toString());
    }
}
