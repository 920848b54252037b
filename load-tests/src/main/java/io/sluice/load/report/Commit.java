package io.sluice.load.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Which sources the figures are of. */
public final class Commit {

    private static final String UNKNOWN = "unknown";

    private Commit() {}

    /** The commit of the checkout around a folder, with {@code +} when it was changed; "unknown" outside of one. */
    public static String around(Path folder) {
        String commit = git(folder, "rev-parse", "--short=10", "HEAD");
        if (commit.isEmpty()) {
            return UNKNOWN;
        }
        return git(folder, "status", "--porcelain", "--untracked-files=no").isEmpty() ? commit : commit + "+";
    }

    private static String git(Path folder, String... arguments) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder().directory(folder.toAbsolutePath().toFile());
            builder.command().add("git");
            builder.command().addAll(java.util.List.of(arguments));
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? text.strip() : "";
        } catch (IOException noGit) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
