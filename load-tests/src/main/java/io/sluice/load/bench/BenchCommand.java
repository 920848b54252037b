package io.sluice.load.bench;

import io.sluice.load.TargetOptions;
import io.sluice.load.drive.Loop;
import io.sluice.load.drive.Operation;
import io.sluice.load.drive.Outcome;
import io.sluice.load.drive.Outcomes;
import io.sluice.load.drive.Pace;
import io.sluice.load.drive.ScimClient;
import io.sluice.load.drive.Window;
import io.sluice.load.drive.Work;
import io.sluice.load.raw.RawPostgres;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice load bench}: exit code 1 when a request failed. */
@Command(
        name = "bench",
        description = "Measures operations one after the other, closed loop or at a fixed rate.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Option(
            names = "--filled",
            defaultValue = "1000",
            description = "How many users load fill made in this tenant (default: ${DEFAULT-VALUE})")
    private int filled;

    @Option(
            names = "--sample",
            defaultValue = "2000",
            description = "Users to measure with (default: ${DEFAULT-VALUE})")
    private int sampleSize;

    @Option(names = "--seed", defaultValue = "1", description = "Draws the sample (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--in-flight", defaultValue = "64", description = "Closed loop (default: ${DEFAULT-VALUE})")
    private int inFlight;

    @Option(names = "--rate", description = "Requests per second: open loop instead, latency from the due time")
    private Optional<Double> rate = Optional.empty();

    @Option(names = "--warm-up", defaultValue = "3", description = "Seconds (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "10", description = "For each operation (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--only", split = ",", description = "Names of operations; all without")
    private List<String> only = List.of();

    @Option(names = "--group-sizes", split = ",", description = "Add and remove members of groups of these sizes")
    private List<Integer> groupSizes = List.of();

    @Option(
            names = "--postgres",
            description = "URI of a PostgreSQL for the baseline: the same rows written and read without a gateway")
    private Optional<String> postgres = Optional.empty();

    @Option(names = "--json", description = "File for the figures as JSON")
    private Optional<Path> json = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Report report = new Report();
    private boolean failed;

    @Override
    public Integer call() throws Exception {
        if (inFlight < 1 || seconds < 1 || seconds > 600 || warmUp < 0 || filled < 1 || sampleSize < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--in-flight, --filled and --sample take 1 or more, --seconds 1 to 600");
        }
        Vertx vertx = Vertx.vertx();
        try {
            ScimClient client = new ScimClient(vertx, target.target(), inFlight);
            print(Report.heading());
            measure(vertx, client);
            if (json.isPresent()) {
                Files.writeString(json.get(), report.json().encodePrettily() + "\n");
            }
            return failed ? 1 : 0;
        } finally {
            await(vertx.close());
        }
    }

    private void measure(Vertx vertx, ScimClient client) throws Exception {
        long run = System.currentTimeMillis();
        Sample sample = await(Sample.draw(client, filled, sampleSize, seed));
        if (postgres.isPresent()) {
            measureAll(
                    vertx,
                    await(RawPostgres.prepare(vertx, postgres.get(), filled)).operations());
        }
        Map<String, Operation> operations = new LinkedHashMap<>(new Operations(client, sample, run, filled).all());
        if (!only.isEmpty()) {
            operations.keySet().retainAll(only);
        }
        measureAll(vertx, operations);
        measureMembers(vertx, client, sample, run);
    }

    private void measureMembers(Vertx vertx, ScimClient client, Sample sample, long run) throws Exception {
        List<String> ids = sample.ids();
        for (int size : groupSizes) {
            int spare = Math.min(200, ids.size() / 10 + 1);
            if (size + spare > ids.size()) {
                throw new ParameterException(
                        spec.commandLine(), "A group of " + size + " needs --sample " + (size + spare) + " or more");
            }
            MemberBench bench = await(MemberBench.prepare(
                    client, "Bench " + run + " " + size, ids.subList(0, size), ids.subList(size, size + spare)));
            measureAll(vertx, Map.of("member +/- at " + size, bench.addAndRemove()));
        }
    }

    private void measureAll(Vertx vertx, Map<String, Operation> operations) throws Exception {
        for (Map.Entry<String, Operation> entry : operations.entrySet()) {
            Outcome outcome = await(run(vertx, entry.getValue()));
            failed |= outcome.failureCount() > 0;
            print(report.add(entry.getKey(), outcome));
        }
    }

    private Future<Outcome> run(Vertx vertx, Operation operation) {
        Pace pace = rate.<Pace>map(Pace.Open::new).orElseGet(() -> new Pace.Closed(inFlight));
        return new Loop(vertx, pace, Window.of(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds)))
                .run(Work.repeating("operation", operation))
                .map(Outcomes::all);
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException {
        return future.toCompletionStage().toCompletableFuture().get();
    }
}
