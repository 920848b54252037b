package io.sluice.load.compare;

import io.sluice.load.report.Row;
import io.sluice.load.report.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Two summaries beside each other. */
final class Comparison {

    private final Summary before;
    private final Summary after;
    private final Thresholds thresholds;

    Comparison(Summary before, Summary after, Thresholds thresholds) {
        this.before = before;
        this.after = after;
        this.thresholds = thresholds;
    }

    /** Reasons not to trust the verdict: other settings, another machine, noise. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (!before.name().equals(after.name()) || !before.engine().equals(after.engine())) {
            doubts.add("different runs: " + before.name() + " by " + before.engine() + " and " + after.name() + " by "
                    + after.engine());
        }
        TreeSet<String> keys = new TreeSet<>(before.settings().keySet());
        keys.addAll(after.settings().keySet());
        keys.stream()
                .filter(key -> !before.settings()
                        .getOrDefault(key, "-")
                        .equals(after.settings().getOrDefault(key, "-")))
                .forEach(key -> doubts.add(
                        "different settings: " + key + " " + before.settings().getOrDefault(key, "-") + " and "
                                + after.settings().getOrDefault(key, "-")));
        if (!before.machine().equals(after.machine())) {
            doubts.add("different machines");
        }
        if (before.noise().isNoisy() || after.noise().isNoisy()) {
            doubts.add("a noisy machine");
        }
        return doubts;
    }

    List<Finding> findings() {
        Map<String, Row> later =
                after.operations().stream().collect(Collectors.toMap(Row::operation, Function.identity()));
        List<Finding> findings = new ArrayList<>();
        for (Row row : before.operations()) {
            Optional.ofNullable(later.get(row.operation()))
                    .ifPresentOrElse(
                            same -> compare(row, same, findings),
                            () -> findings.add(
                                    Finding.more(row.operation(), "requests", (double) row.requests(), 0, 0)));
        }
        return findings;
    }

    private void compare(Row one, Row two, List<Finding> findings) {
        String name = one.operation();
        findings.add(Finding.less(name, "failures", (double) one.failureCount(), (double) two.failureCount(), 0));
        findings.add(Finding.more(name, "per s", one.perSecond(), two.perSecond(), thresholds.rate()));
        latency(name, "p50 ms", one.latency().p50(), two.latency().p50(), findings);
        latency(name, "p99 ms", one.latency().p99(), two.latency().p99(), findings);
        if (one.cost().cpuSeconds() > 0 && two.cost().cpuSeconds() > 0) {
            findings.add(Finding.less(
                    name, "CPU s per 1,000", one.cpuPerThousand(), two.cpuPerThousand(), thresholds.cpu()));
        }
    }

    private void latency(String name, String figure, long one, long two, List<Finding> findings) {
        if (one > thresholds.floorMicros() || two > thresholds.floorMicros()) {
            findings.add(Finding.less(name, figure, one / 1_000.0, two / 1_000.0, thresholds.latency()));
        }
    }

    /** Whether something became worse than the thresholds allow. */
    boolean isWorse() {
        return findings().stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.WORSE);
    }
}
