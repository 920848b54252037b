package io.sluice.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A summary as a page: a Markdown table that also reads well on a terminal. */
public final class Sheet {

    private static final List<String> HEADS = List.of(
            "operation",
            "requests",
            "failures",
            "per s",
            "± %",
            "p50 ms",
            "p90 ms",
            "p99 ms",
            "p99.9 ms",
            "max ms",
            "CPU s per 1,000");

    private final Summary summary;

    public Sheet(Summary summary) {
        this.summary = summary;
    }

    public String text() {
        StringBuilder text = new StringBuilder("# " + summary.name() + "\n\n");
        Machine machine = summary.machine();
        text.append(summary.engine())
                .append(", ")
                .append(summary.startedAt())
                .append(", commit ")
                .append(summary.commit());
        text.append(String.format(
                Locale.ROOT,
                "%n%d x %s, %,d MiB, %s, Java %s%n",
                machine.processors(),
                machine.cpu(),
                machine.memoryMib(),
                machine.system(),
                machine.java()));
        new TreeMap<>(summary.settings())
                .forEach((key, value) ->
                        text.append(key).append(" ").append(value).append("; "));
        text.append("\n\n").append(table(summary.operations())).append('\n');
        summary.operations()
                .forEach(row -> row.failures()
                        .forEach((reason, count) ->
                                text.append(row.operation() + ": " + count + " x " + reason + "\n")));
        return text.append(summary.noise().text()).append('\n').toString();
    }

    /** The rows as a Markdown table. */
    public static String table(List<Row> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADS);
        rows.forEach(row -> cells.add(cells(row)));
        int[] widths = new int[HEADS.size()];
        cells.forEach(line -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < cells.size(); line++) {
            text.append(line(cells.get(line), widths));
            if (line == 0) {
                text.append(rule(widths));
            }
        }
        return text.toString();
    }

    private static List<String> cells(Row row) {
        Row.Latency latency = row.latency();
        return List.of(
                row.operation(),
                String.format(Locale.ROOT, "%,d", row.requests()),
                String.format(Locale.ROOT, "%,d", row.failureCount()),
                String.format(Locale.ROOT, row.perSecond() < 100 ? "%.1f" : "%,.0f", row.perSecond()),
                row.variation() == 0 ? "" : String.format(Locale.ROOT, "%.1f", row.variation() * 100),
                millis(latency.p50()),
                millis(latency.p90()),
                millis(latency.p99()),
                millis(latency.p999()),
                millis(latency.max()),
                row.cost().cpuSeconds() == 0 ? "" : String.format(Locale.ROOT, "%.3f", row.cpuPerThousand()));
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, micros < 10_000 ? "%.2f" : "%,.0f", micros / 1_000.0);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String space = " ".repeat(widths[column] - cell.length());
            line.append(' ').append(column == 0 ? cell + space : space + cell).append(" |");
        }
        return line.append('\n').toString();
    }

    private static String rule(int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            line.append(' ')
                    .append("-".repeat(widths[column] - (column == 0 ? 0 : 1)))
                    .append(column == 0 ? " |" : ": |");
        }
        return line.append('\n').toString();
    }
}
