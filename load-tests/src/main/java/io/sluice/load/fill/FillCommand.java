package io.sluice.load.fill;

import io.sluice.load.TargetOptions;
import io.sluice.load.drive.ScimClient;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice load fill}: exit code 1 when a user could not be created. */
@Command(
        name = "fill",
        description = "Creates made-up users by bulk requests; the same indexes make the same users in every run.",
        mixinStandardHelpOptions = true)
public final class FillCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Option(names = "--users", defaultValue = "10000", description = "How many (default: ${DEFAULT-VALUE})")
    private int users;

    @Option(names = "--first", defaultValue = "0", description = "Index of the first one (default: ${DEFAULT-VALUE})")
    private int first;

    @Option(names = "--bulk", defaultValue = "500", description = "Users per bulk request (default: ${DEFAULT-VALUE})")
    private int bulk;

    @Option(
            names = "--in-flight",
            defaultValue = "4",
            description = "Bulk requests at a time (default: ${DEFAULT-VALUE})")
    private int inFlight;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (users < 1 || first < 0 || bulk < 1 || inFlight < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--users, --bulk and --in-flight take 1 or more, --first 0 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        Vertx vertx = Vertx.vertx();
        try {
            ScimClient client = new ScimClient(vertx, target.target(), inFlight);
            long begin = System.nanoTime();
            Filling filling = new Filling(client, new Range(first, users, bulk), done -> show(out, done, begin));
            Filling.Result result = filling.run(inFlight)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            out.println();
            out.printf("%d users created, %d refused%n", result.created(), result.refused());
            result.firstRefusal().ifPresent(reason -> out.println("First refusal: " + reason));
            out.flush();
            return result.refused() == 0 ? 0 : 1;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private void show(PrintWriter out, long done, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        int filled = (int) (done * 40 / users);
        out.printf(
                Locale.ROOT,
                "\r[%s%s] %3d %%  %,d users  %,.0f/s ",
                "#".repeat(filled),
                "-".repeat(40 - filled),
                done * 100 / users,
                done,
                done / seconds);
        out.flush();
    }
}
