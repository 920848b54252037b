package io.sluice.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class LoadCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine load =
            new CommandLine(new LoadCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @ParameterizedTest
    @CsvSource({
        "run, --in-flight, 32",
        "run, --warm-up, 5",
        "run, --seconds, 60",
        "run, --seed, 1",
        "table, --in-flight, 64",
        "table, --warm-up, 1",
        "table, --seconds, 3",
        "table, --sample, 2000",
        "bench, --in-flight, 64",
        "bench, --warm-up, 3",
        "bench, --seconds, 10",
        "bench, --sample, 2000",
        "bench, --seed, 1",
        "raw-ldap, --in-flight, 16",
        "ledger, --seed, 1"
    })
    void whatCommandsShareHasItsOwnDefaultInEachAndHelpSaysIt(String command, String option, String value) {
        CommandLine found = load.getSubcommands().get(command);

        assertThat(found.getCommandSpec().findOption(option).defaultValueString())
                .isEqualTo(value);
        assertThat(found.getUsageMessage().replaceAll("\\s+", " ")).contains("(default: " + value + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run nothing",
                "table nothing",
                "table reads --in-flight 0",
                "table reads --seconds 0",
                "bench --in-flight 0",
                "ledger --rounds 0",
                "raw-ldap --ldap ldap://127.0.0.1 --bind-dn cn=a --password-file none --base dc=b --in-flight 0"
            })
    void aWrongUsageIsSaidAndNothingBegins(String arguments) {
        assertThat(load.execute(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aValueThatIsGivenIsTaken() {
        CommandLine table = load.getSubcommands().get("table");
        load.parseArgs("table", "reads", "--in-flight", "7", "--warm-up", "2");

        assertThat(table.getCommandSpec().findOption("--in-flight").<Integer>getValue())
                .isEqualTo(7);
        assertThat(table.getCommandSpec().findOption("--warm-up").<Integer>getValue())
                .isEqualTo(2);
    }
}
