package io.sluice.load;

import io.sluice.load.drive.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the load goes; the same options for every subcommand. */
public final class TargetOptions {

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:${SLUICE_HTTP_PORT:-8080}/tenants/default/scim/v2",
            description = "Target SCIM URL (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("");

    @Option(
            names = "--token-file",
            defaultValue = "${SLUICE_DATA_DIR:-data}/first-token",
            description = "File with the provisioning token, unless SLUICE_TOKEN holds it (default: ${DEFAULT-VALUE})")
    private Path tokenFile = Path.of("data/first-token");

    /** Reads the token. */
    public Target target() {
        return new Target(url, token());
    }

    private String token() {
        return Optional.ofNullable(System.getenv("SLUICE_TOKEN"))
                .filter(text -> !text.isBlank())
                .orElseGet(this::fromFile)
                .strip();
    }

    private String fromFile() {
        try {
            return Files.readString(tokenFile);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "There is no token in " + tokenFile + ": name its file with --token-file or set SLUICE_TOKEN", e);
        }
    }
}
