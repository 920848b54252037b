package io.sluice.gateway.cli;

import io.sluice.gateway.start.Providers;
import io.sluice.gateway.start.Role;
import io.sluice.gateway.start.Running;
import io.sluice.gateway.start.Starter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(name = "serve", description = "Runs a gateway for production.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--config", description = "Configuration file; the environment overrides it")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--role",
            converter = RoleConverter.class,
            description =
                    "all (default), gateway or backend; the last two need --cluster. All of them need the control store.")
    private Role role = Role.ALL;

    @Option(names = "--cluster", description = "Joins other nodes, as the keys cluster.* say")
    private boolean clustered;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Running running = new Starter(System.getenv(), Providers.found(), words -> {}).serve(file, role, clustered);
        String ports = "management on port " + running.node().managementPort() + ".";
        out.println(
                role == Role.BACKEND
                        ? "Sluice serves other nodes, " + ports
                        : "Sluice serves on port " + running.node().port() + ", " + ports);
        out.flush();
        return Lifetime.untilStopped(running, out);
    }

    /** Written in lower case, as everything on the command line is. */
    static final class RoleConverter implements ITypeConverter<Role> {

        @Override
        public Role convert(String text) {
            for (Role role : Role.values()) {
                if (role.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return role;
                }
            }
            throw new TypeConversionException("must be all, gateway or backend");
        }
    }
}
