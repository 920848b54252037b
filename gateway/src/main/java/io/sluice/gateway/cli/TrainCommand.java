package io.sluice.gateway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Here to be found in the help: a training run starts Java itself, so the launcher does it before there is one. */
@Command(
        name = "train",
        description =
                "Keeps what Java learned in a training run, so that later starts are at full speed sooner (the launcher"
                        + " ./sluice does it; takes about two minutes, needs Java 25 or newer).",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("sluice: Training is done by the launcher: ./sluice train");
        spec.commandLine().getErr().flush();
        return 2;
    }
}
