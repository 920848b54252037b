package io.sluice.load.plot;

import io.sluice.load.options.Console;
import io.sluice.load.report.Row;
import io.sluice.load.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice load plot OUT.svg SUMMARY.json...}. */
@Command(
        name = "plot",
        description =
                "Draws figures of summaries: against the number at the end of the rows' names (\"get at 2000\"), or "
                        + "against a setting, a summary for each value.",
        mixinStandardHelpOptions = true)
public final class PlotCommand implements Callable<Integer> {

    private static final Pattern NUMBERED = Pattern.compile("(.*) at ([0-9.]+)");

    @Parameters(index = "0", paramLabel = "OUT.svg", description = "The file to write")
    private Path out = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SUMMARY",
            description = "summary.json of one or more runs")
    private List<Path> summaries = List.of();

    @Option(names = "--title", defaultValue = "", description = "Above the plot")
    private String title = "";

    @Option(names = "--x-name", defaultValue = "requests/s", description = "Below the plot (default: ${DEFAULT-VALUE})")
    private String xName = "";

    @Option(names = "--y-name", defaultValue = "ms", description = "Beside the plot (default: ${DEFAULT-VALUE})")
    private String yName = "";

    @Option(names = "--setting", defaultValue = "", description = "x is this setting, not a part of the name")
    private String setting = "";

    @Option(names = "--figures", split = ",", defaultValue = "P50,P99", description = "Of ${COMPLETION-CANDIDATES}")
    private List<Figure> figures = List.of();

    @Option(names = "--only", split = ",", description = "Names of operations; all without")
    private List<String> only = List.of();

    @Option(names = "--log-x", description = "Logarithmic")
    private boolean logX;

    @Option(names = "--log-y", description = "Logarithmic")
    private boolean logY;

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        Map<String, List<Line.Point>> lines = new LinkedHashMap<>();
        for (Path file : summaries) {
            Summary summary = Summary.read(file);
            for (Row row : summary.operations()) {
                if (row.failureCount() > 0) {
                    console.say("Not drawn: %s of %s, of which %d requests failed"
                            .formatted(row.operation(), file, row.failureCount()));
                } else {
                    add(lines, summary, row);
                }
            }
        }
        List<Line> drawn = lines.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
        Files.writeString(out, new Chart(title, xName, yName, logX, logY, drawn).svg());
        return drawn.isEmpty() ? 1 : 0;
    }

    private void add(Map<String, List<Line.Point>> lines, Summary summary, Row row) {
        Matcher numbered = NUMBERED.matcher(row.operation());
        boolean matches = numbered.matches();
        String name = setting.isEmpty() && matches ? numbered.group(1) : row.operation();
        OptionalDouble x = setting.isEmpty()
                ? (matches ? OptionalDouble.of(Double.parseDouble(numbered.group(2))) : OptionalDouble.empty())
                : OptionalDouble.of(Double.parseDouble(summary.settings().getOrDefault(setting, "0")));
        if (x.isEmpty() || (!only.isEmpty() && !only.contains(name))) {
            return;
        }
        for (Figure figure : figures) {
            // A single figure is named beside the plot.
            String line = figures.size() == 1 ? name : name + ", " + figure.text();
            lines.computeIfAbsent(line, fresh -> new ArrayList<>())
                    .add(new Line.Point(x.getAsDouble(), figure.of(row)));
        }
    }
}
