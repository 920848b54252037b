package io.sluice.load.compare;

import io.sluice.load.report.Summary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice load compare A.json B.json}: exit code 1 when B is worse than the thresholds allow. */
@Command(
        name = "compare",
        description = "Compares two summaries: exit code 0 when the second is no worse, 1 when it is.",
        mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BEFORE", description = "summary.json of the earlier run")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "summary.json of the later run")
    private Path after = Path.of("");

    @Option(names = "--rate", defaultValue = "10", description = "Per cent less a second (default: ${DEFAULT-VALUE})")
    private double rate = 10;

    @Option(
            names = "--latency",
            defaultValue = "20",
            description = "Per cent more of p50 and p99 (default: ${DEFAULT-VALUE})")
    private double latency = 20;

    @Option(names = "--cpu", defaultValue = "10", description = "Per cent more CPU (default: ${DEFAULT-VALUE})")
    private double cpu = 10;

    @Option(
            names = "--floor-micros",
            defaultValue = "1000",
            description = "Latencies below are not compared (default: ${DEFAULT-VALUE})")
    private long floorMicros = 1_000;

    @Option(names = "--all", description = "Show what stayed the same, too")
    private boolean all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Comparison comparison = new Comparison(
                read(before), read(after), new Thresholds(rate / 100, latency / 100, cpu / 100, floorMicros));
        PrintWriter out = spec.commandLine().getOut();
        comparison.doubts().forEach(doubt -> out.println("Take care: " + doubt));
        out.printf("%-24s %-16s %12s %12s %9s  %s%n", "operation", "figure", "before", "after", "change", "verdict");
        comparison.findings().stream()
                .filter(finding -> all || finding.verdict() != Finding.Verdict.SAME)
                .forEach(finding -> out.printf(
                        Locale.ROOT,
                        "%-24s %-16s %,12.3f %,12.3f %+8.1f%%  %s%n",
                        finding.operation(),
                        finding.figure(),
                        finding.before(),
                        finding.after(),
                        finding.change() * 100,
                        finding.verdict().name().toLowerCase(Locale.ROOT)));
        out.println(comparison.isWorse() ? "Verdict: WORSE" : "Verdict: no worse");
        out.flush();
        return comparison.isWorse() ? 1 : 0;
    }

    private Summary read(Path file) {
        try {
            return Summary.read(file);
        } catch (RuntimeException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
