package io.sluice.portal;

import com.microsoft.playwright.BrowserType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** The system's Chromium; without one the tests of this module do not run and say so. */
public final class Chromium implements ExecutionCondition {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--headless",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Optional<Path> executable() {
        String path = System.getenv().getOrDefault("PATH", "");
        Stream<Path> folders = Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/bin"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
        return folders.flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(executable().orElseThrow())
                .setArgs(ARGUMENTS);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (executable().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a Chromium");
        }
        if (context.getTestMethod().isEmpty() && context.getTestClass().isPresent()) {
            LoggerFactory.getLogger(Chromium.class)
                    .warn(
                            "NOT RUN: {} needs a Chromium on this machine (apt-get install chromium)",
                            context.getDisplayName());
        }
        return ConditionEvaluationResult.disabled("There is no Chromium on this machine");
    }
}
