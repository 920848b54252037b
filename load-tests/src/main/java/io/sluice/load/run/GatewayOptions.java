package io.sluice.load.run;

import io.sluice.load.drive.Target;
import io.sluice.load.own.Launcher;
import io.sluice.load.own.OwnGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which gateway: one that runs, or one of the kit's own. */
public final class GatewayOptions {

    @Option(
            names = "--url",
            description =
                    "Target SCIM URL of a gateway that runs, with its token in SLUICE_TOKEN or --token-file (and, for "
                            + "several tenants, the administration token in SLUICE_ADMIN_TOKEN); without it the kit starts a gateway")
    private Optional<URI> url = Optional.empty();

    @Option(names = "--token-file", description = "File with the provisioning token")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--data",
            description = "Data directory of the kit's own gateway; kept (default: a new one that is deleted)")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--gateway",
            paramLabel = "NAME=VALUE",
            description =
                    "Environment variable of the kit's own gateway, such as SLUICE_HTTP_EVENT_LOOPS=2; repeatable")
    private Map<String, String> environment = new LinkedHashMap<>();

    @Option(names = "--launcher", description = "The script that starts the kit's own gateway (default: found)")
    private Optional<Path> launcher = Optional.empty();

    /** What its gateway was given beside the launcher's own choice, for the summary. */
    public Map<String, String> settings() {
        return Map.copyOf(environment);
    }

    /** The gateway that was named on the command line. */
    public Subject subject() {
        return url.map(this::running).orElseGet(this::own);
    }

    private Subject running(URI named) {
        return Subject.running(new Target(named, token()), Optional.ofNullable(System.getenv("SLUICE_ADMIN_TOKEN")));
    }

    private Subject own() {
        try {
            Path directory = data.isPresent() ? data.get() : Files.createTempDirectory("sluice-load");
            OwnGateway gateway =
                    OwnGateway.start(launcher.orElseGet(Launcher::find), directory.resolve("data"), environment);
            Optional<Path> deleted = data.isPresent() ? Optional.empty() : Optional.of(directory);
            return Subject.owned(gateway, deleted);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for a data directory", e);
        }
    }

    private String token() {
        try {
            String token = tokenFile.isPresent() ? Files.readString(tokenFile.get()) : System.getenv("SLUICE_TOKEN");
            if (token == null || token.isBlank()) {
                throw new IllegalStateException(
                        "A token is needed: set SLUICE_TOKEN or name its file with --token-file");
            }
            return token.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "There is no token in " + tokenFile.map(Path::toString).orElse(""), e);
        }
    }
}
