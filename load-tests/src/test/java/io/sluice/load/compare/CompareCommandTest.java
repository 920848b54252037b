package io.sluice.load.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.load.own.Consumption;
import io.sluice.load.report.Machine;
import io.sluice.load.report.Noise;
import io.sluice.load.report.Row;
import io.sluice.load.report.Summary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CompareCommandTest {

    private static final Machine MACHINE = new Machine("model", 2, 4_096, "Linux", "25");
    private static final Noise QUIET = new Noise(List.of(49_000.0, 51_000.0), 0.01, 0);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void theSameFiguresAreNoWorse() {
        assertThat(compare(summary(1_000, 4_000, 0, QUIET), summary(1_000, 4_000, 0, QUIET)))
                .isZero();
        assertThat(out.toString()).contains("Verdict: no worse").doesNotContain("Take care");
    }

    @Test
    void aRateThatFellByMoreThanTheThresholdIsWorse() {
        assertThat(compare(summary(1_000, 4_000, 0, QUIET), summary(899, 4_000, 0, QUIET)))
                .isOne();
        assertThat(out.toString()).contains("per s").contains("-10.1%").contains("Verdict: WORSE");
    }

    @Test
    void aLatencyThatGrewWithinTheThresholdIsNoWorse() {
        assertThat(compare(summary(1_000, 4_000, 0, QUIET), summary(1_000, 4_700, 0, QUIET)))
                .isZero();
    }

    @Test
    void aLatencyThatGrewByMoreIsWorse() {
        assertThat(compare(summary(1_000, 4_000, 0, QUIET), summary(1_000, 4_900, 0, QUIET)))
                .isOne();
        assertThat(out.toString()).contains("p99 ms");
    }

    @Test
    void aSingleFailureMoreIsWorse() {
        assertThat(compare(summary(1_000, 4_000, 0, QUIET), summary(1_000, 4_000, 1, QUIET)))
                .isOne();
    }

    @Test
    void anOperationThatIsMissingIsWorse() {
        Summary after = summary(1_000, 4_000, 0, QUIET);
        assertThat(compare(after, with(after, List.of()))).isOne();
    }

    @Test
    void noiseAndOtherSettingsAreSaid() {
        Noise noisy = new Noise(List.of(40_000.0, 60_000.0), 0.01, 0);
        Summary other = new Summary(
                "table",
                "closed",
                "now",
                "b",
                Map.of("users", "2"),
                MACHINE,
                noisy,
                summary(1, 1, 0, QUIET).operations());
        compare(summary(1, 1, 0, QUIET), other);
        assertThat(out.toString()).contains("different settings: users 1 and 2").contains("a noisy machine");
    }

    @Test
    void aFileThatIsNoSummaryIsAWrongUsage() {
        assertThat(run("none.json", "none.json")).isEqualTo(2);
    }

    private int compare(Summary before, Summary after) {
        before.write(folder.resolve("a.json"));
        after.write(folder.resolve("b.json"));
        return run("a.json", "b.json");
    }

    private int run(String before, String after) {
        return new CommandLine(new CompareCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(
                        folder.resolve(before).toString(), folder.resolve(after).toString());
    }

    private static Summary summary(double perSecond, long p99, long failures, Noise noise) {
        Row row = new Row(
                "get",
                10_000,
                10,
                perSecond,
                new Row.Latency(500, 500, 600, 700, 800, p99, 9_000, 20_000),
                0.01,
                new Consumption(1, 1, 1),
                failures == 0 ? Map.of() : Map.of("status 503", failures));
        return new Summary("table", "closed", "now", "a", Map.of("users", "1"), MACHINE, noise, List.of(row));
    }

    private static Summary with(Summary summary, List<Row> rows) {
        return new Summary(
                summary.name(),
                summary.engine(),
                summary.startedAt(),
                summary.commit(),
                summary.settings(),
                summary.machine(),
                summary.noise(),
                rows);
    }
}
