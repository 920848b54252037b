package io.sluice.gateway.cli;

import io.sluice.gateway.administrator.FirstAdministrator;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.start.DataDirectory;
import io.sluice.gateway.start.Providers;
import io.sluice.gateway.start.Starter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "start",
        description = "Starts a gateway from nothing, with a PostgreSQL of its own in the data directory.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    @Option(names = "--config", description = "Configuration file; everything in it is optional")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--data-dir",
            defaultValue = "${SLUICE_DATA_DIR:-data}",
            description = "Where everything is kept (default: ${DEFAULT-VALUE})")
    private Path dataDir = Path.of("data");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        long began = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        Starter starter = new Starter(System.getenv(), Providers.found(), words -> {
            out.println("  " + words);
            out.flush();
        });
        Starter.FromNothing started = starter.fromNothing(file, dataDir);
        greet(out, started, Duration.ofNanos(System.nanoTime() - began));
        return Lifetime.untilStopped(started.running(), out);
    }

    private static void greet(PrintWriter out, Starter.FromNothing started, Duration took) {
        DataDirectory data = started.data();
        Config config = started.config();
        String base = config.http()
                .publicUrl()
                .orElse("http://localhost:" + started.running().node().port());
        Path home = data.path().toAbsolutePath().normalize();
        out.println();
        out.printf("Sluice is ready after %.1f s.%n%n", took.toMillis() / 1000.0);
        out.println("  Tenant URL    " + base + "/tenants/default/scim/v2");
        started.firstToken().ifPresent(token -> {
            out.println("  Token         " + token);
            out.println("                shown this once; also in " + home.resolve(DataDirectory.FIRST_TOKEN));
        });
        out.println("  Portal        " + base + "/portal");
        out.println("  Administrator " + adminHint(home, data));
        if (data.has(FirstAdministrator.FILE)) {
            out.println("                password of " + FirstAdministrator.NAME + " in "
                    + home.resolve(FirstAdministrator.FILE));
        }
        out.println("  Management    http://localhost:"
                + started.running().node().managementPort() + "/health/ready, /metrics");
        out.println();
        out.println("Next:");
        out.println("  ./sluice demo                          replays an Entra ID sync against it");
        out.println("  ./sluice token generate --idp okta     makes a token for your identity provider");
        out.println("Ctrl-C stops it.");
        out.println();
        out.flush();
    }

    private static String adminHint(Path home, DataDirectory data) {
        return data.has(DataDirectory.ADMIN_TOKEN)
                ? "bearer token in " + home.resolve(DataDirectory.ADMIN_TOKEN)
                : "bearer token from the configuration";
    }
}
