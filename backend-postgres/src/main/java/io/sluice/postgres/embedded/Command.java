package io.sluice.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the short-lived programs, and finds those of the operating system. */
final class Command {

    private Command() {}

    /**
     * @param what completes the sentence "... failed" for the operator
     * @param input given to the program, then its input ends
     */
    static void run(String what, List<String> command, Path directory, String input) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw EmbeddedFailure.because(what + " failed: " + output.strip());
            }
        } catch (IOException e) {
            throw EmbeddedFailure.because(what + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw EmbeddedFailure.because(what + " was interrupted.");
        }
    }

    static Optional<String> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String directory : path.split(java.io.File.pathSeparator, -1)) {
            if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, program))) {
                return Optional.of(Path.of(directory, program).toString());
            }
        }
        return Optional.empty();
    }

    static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
