package io.sluice.load.options;

import io.sluice.load.report.Sheet;
import io.sluice.load.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the figures of a run go. */
public final class Results {

    @Option(names = "--out", description = "Folder for the results (default: load-results/NAME)")
    private Optional<Path> out = Optional.empty();

    /**
     * Writes summary.json and summary.md.
     *
     * @return the page, and where it was left
     */
    public String leave(Summary summary) throws IOException {
        Path folder = out.orElseGet(() -> Path.of("load-results", summary.name()));
        summary.write(folder.resolve("summary.json"));
        String page = new Sheet(summary).text();
        Files.writeString(folder.resolve("summary.md"), page);
        return "%n%s%nLeft in %s: summary.json, summary.md".formatted(page, folder);
    }
}
