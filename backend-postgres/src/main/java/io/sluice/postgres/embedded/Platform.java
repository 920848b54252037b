package io.sluice.postgres.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The operating system and processor as far as the binaries and the way of starting them depend on them.
 *
 * @param resource the archive on the class path that holds the binaries
 */
record Platform(boolean linux, boolean windows, String resource) {

    static Platform current() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(String osName, String osArch, boolean musl) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean windows = os.startsWith("windows");
        boolean linux = os.startsWith("linux");
        String family = windows ? "windows" : linux ? "linux" : os.startsWith("mac") ? "darwin" : "";
        if (family.isEmpty() || musl) {
            throw EmbeddedFailure.because("There are no PostgreSQL binaries for " + (musl ? "Alpine Linux" : osName)
                    + "; start one yourself and name it with SLUICE_POSTGRES_URI.");
        }
        return new Platform(linux, windows, "postgres-" + family + "-" + processor(osArch, windows) + ".txz");
    }

    private static String processor(String osArch, boolean windows) {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            // Windows on ARM runs the x86_64 binaries.
            case "aarch64", "arm64" -> windows ? "x86_64" : "arm_64";
            default ->
                throw EmbeddedFailure.because("There are no PostgreSQL binaries for the processor " + osArch
                        + "; start one yourself and name it with SLUICE_POSTGRES_URI.");
        };
    }

    String executable(String name) {
        return windows ? name + ".exe" : name;
    }
}
