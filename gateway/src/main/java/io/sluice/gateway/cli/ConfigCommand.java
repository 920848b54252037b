package io.sluice.gateway.cli;

import io.sluice.gateway.config.ConfigReader;
import io.sluice.gateway.config.EffectiveConfig;
import io.sluice.gateway.start.Providers;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        description = "Checks or shows the configuration.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {

    @Spec
    private CommandSpec spec;

    @Command(
            name = "check",
            description = "Says what is wrong with the configuration: the key, the reason, the line.",
            mixinStandardHelpOptions = true)
    int check(@Option(names = "--config", description = "Configuration file") Optional<Path> file) {
        read(file);
        spec.commandLine().getOut().println("The configuration is right.");
        return 0;
    }

    @Command(
            name = "print",
            description = "Shows every setting and where it comes from; secrets are masked.",
            mixinStandardHelpOptions = true)
    int print(@Option(names = "--config", description = "Configuration file") Optional<Path> file) {
        read(file).lines().forEach(line -> spec.commandLine().getOut().println(line));
        return 0;
    }

    private static EffectiveConfig read(Optional<Path> file) {
        return new ConfigReader(System.getenv(), Providers.found().sections()).read(file);
    }
}
