package io.sluice.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An installation with the real script and a Java that prints its arguments, and trains as quickly as a file is written. */
final class LauncherScript {

    /** What a training run does: the kit starts the gateway by the launcher, and Java leaves its cache when that ends. */
    private static final String JAVA = """
            #!/bin/sh
            for word in "$@"; do
                printf '%s\\n' "$word"
                case $word in
                    -XX:AOTCacheOutput=*) dd if=/dev/zero of="${word#*=}" bs=1 count=1 seek=$(($(cat HOME/size) - 1)) 2>/dev/null ;;
                esac
            done
            case " $* " in
                *" load run "*) env >'HOME/environment' && 'HOME/sluice' start >'HOME/trained' && exit "$(cat HOME/result)" ;;
            esac
            """;

    private final Path home;

    LauncherScript(Path home, String javaVersion) throws IOException {
        this.home = home.toRealPath();
        Files.copy(Path.of("..", "sluice").toRealPath(), this.home.resolve("sluice"));
        Files.writeString(this.home.resolve("sluice.jar"), "");
        Files.createDirectory(this.home.resolve("lib"));
        Files.createDirectories(this.home.resolve("java/bin"));
        Files.writeString(this.home.resolve("java/release"), "JAVA_VERSION=\"" + javaVersion + "\"\n");
        Path java = this.home.resolve("java/bin/java");
        Files.writeString(java, JAVA.replace("HOME", this.home.toString()));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        trainingLeaves(30 << 20, 0);
    }

    /** What the next training run leaves, in bytes, and how its load generator ends. */
    void trainingLeaves(int bytes, int exitCode) throws IOException {
        Files.writeString(home.resolve("size"), Integer.toString(bytes));
        Files.writeString(home.resolve("result"), Integer.toString(exitCode));
    }

    /** Runs the script; what it says on both streams comes as lines. */
    Ran run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", home.resolve("sluice").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said").toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("SLUICE_"));
        builder.environment().put("JAVA_HOME", home.resolve("java").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The launcher does not end");
        }
        return new Ran(process.exitValue(), Files.readAllLines(home.resolve("said")));
    }

    Path file(String name) {
        return home.resolve(name);
    }

    List<Path> caches() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith("warm-") || name.startsWith(".training-");
                    })
                    .toList();
        }
    }

    record Ran(int exitCode, List<String> said) {}
}
