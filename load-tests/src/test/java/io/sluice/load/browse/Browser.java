package io.sluice.load.browse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** The system's Chromium by its command line; a test that needs it says so when there is none. */
public final class Browser implements ExecutionCondition {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static Optional<Path> executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The document of a page after its scripts ran.
     *
     * @param proxy where every request goes that is not for a file
     * @param work a folder for the browser's own files
     */
    static String document(Path page, int proxy, Path work) throws IOException, InterruptedException {
        Path document = work.resolve("document.html");
        Process browser = new ProcessBuilder(
                        executable().orElseThrow().toString(),
                        "--headless",
                        "--disable-gpu",
                        "--no-sandbox",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--proxy-server=http://127.0.0.1:" + proxy,
                        "--proxy-bypass-list=<-loopback>",
                        "--user-data-dir=" + work.resolve("profile"),
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(document.toFile())
                .start();
        if (!browser.waitFor(60, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            throw new AssertionError("The browser did not end");
        }
        return Files.readString(document);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (executable().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a Chromium");
        }
        LoggerFactory.getLogger(Browser.class)
                .warn(
                        "NOT RUN: {} needs a Chromium on this machine (apt-get install chromium)",
                        context.getDisplayName());
        return ConditionEvaluationResult.disabled("There is no Chromium on this machine");
    }
}
