package io.sluice.gateway.cli;

import io.sluice.gateway.demo.DemoCommand;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line; exit codes are 0 for done, 1 for failed and 2 for wrong usage. */
@Command(
        name = "sluice",
        description = "A SCIM 2.0 gateway in front of PostgreSQL and LDAP.",
        subcommands = {
            StartCommand.class,
            ServeCommand.class,
            DemoCommand.class,
            TokenCommand.class,
            TenantCommand.class,
            ClientCommand.class,
            AuditCommand.class,
            ConfigCommand.class,
            TrainCommand.class,
            VersionCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
public final class Main {

    private Main() {}

    /** Runs one subcommand and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main()).setExecutionExceptionHandler(new Failures());
        ServiceLoader.load(CommandProvider.class).forEach(provider -> commandLine.addSubcommand(provider.command()));
        commandLine.setParameterExceptionHandler(new WrongUsage());
        Numbers.takeBy(commandLine);
        return commandLine;
    }
}
