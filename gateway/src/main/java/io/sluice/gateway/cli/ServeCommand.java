package io.sluice.gateway.cli;

import io.sluice.gateway.start.Providers;
import io.sluice.gateway.start.Running;
import io.sluice.gateway.start.Starter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Runs a gateway for production.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--config", description = "Configuration file; the environment overrides it")
    private Optional<Path> file = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Running running = new Starter(System.getenv(), Providers.found(), words -> {}).serve(file);
        out.println("Sluice serves on port " + running.node().port() + ", management on port "
                + running.node().managementPort() + ".");
        out.flush();
        return Lifetime.untilStopped(running, out);
    }
}
