package io.sluice.load.gatling;

import io.sluice.load.drive.Target;
import io.sluice.load.own.Launcher;
import io.sluice.load.own.OwnGateway;
import io.sluice.load.run.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The gateway that the system properties name, or one of the kit's own. */
final class Gateways {

    private Gateways() {}

    static Subject subject() {
        return Settings.text("sluice.url").map(Gateways::running).orElseGet(Gateways::own);
    }

    private static Subject running(String url) {
        String token = Settings.text("sluice.token")
                .or(() -> Optional.ofNullable(System.getenv("SLUICE_TOKEN")))
                .orElseThrow(() -> new IllegalStateException("A token is needed: -Dsluice.token or SLUICE_TOKEN"));
        Optional<String> admin =
                Settings.text("sluice.adminToken").or(() -> Optional.ofNullable(System.getenv("SLUICE_ADMIN_TOKEN")));
        return Subject.running(new Target(URI.create(url), token), admin);
    }

    private static Subject own() {
        try {
            Path directory = Files.createTempDirectory("sluice-load");
            Optional<Path> named = Settings.text("sluice.launcher").map(Path::of);
            // Maven has compiled the gateway just now: without this the launcher would build the distribution before it
            // starts.
            Map<String, String> environment =
                    named.isPresent() ? Map.of() : Map.of("SLUICE_CLASS_PATH", ClassPath.ofTheGateway());
            return Subject.owned(
                    OwnGateway.start(named.orElseGet(Launcher::find), directory.resolve("data"), environment),
                    Optional.of(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for a data directory", e);
        }
    }
}
