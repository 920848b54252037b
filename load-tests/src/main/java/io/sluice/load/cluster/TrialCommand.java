package io.sluice.load.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice load trial}: exit code 1 when something was not as it had to be. */
@Command(
        name = "trial",
        description = "Starts nodes and PostgreSQL, kills, hangs and stops them under load, and prints a verdict.",
        mixinStandardHelpOptions = true)
public final class TrialCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "split, all-in-one, postgres, promotion or throughput")
    private String name = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Trials.NAMES.contains(name)) {
            throw new ParameterException(spec.commandLine(), "The trials are " + Trials.NAMES);
        }
        Path work = Files.createTempDirectory("sluice-trial-");
        Verdict verdict = new Verdict(spec.commandLine().getOut());
        verdict.say("Logs are in " + work + "; they stay there when the trial fails");
        new Trials(distribution(), work, verdict).run(name);
        int code = verdict.exitCode();
        if (code == 0) {
            remove(work);
        }
        return code;
    }

    /** The folder of the jar that runs. */
    private static Path distribution() {
        Path jar = Path.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1)[0])
                .toAbsolutePath();
        Path folder = jar.resolveSibling("");
        if (!Files.isReadable(folder.resolve("sluice.jar"))) {
            throw new IllegalStateException(
                    "A trial starts nodes from the distribution: run it as ./sluice load trial");
        }
        return folder;
    }

    private static void remove(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(directory)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
