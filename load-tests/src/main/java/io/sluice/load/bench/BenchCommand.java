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
import io.sluice.load.options.Console;
import io.sluice.load.options.InFlight;
import io.sluice.load.options.Seed;
import io.sluice.load.options.Timing;
import io.sluice.load.raw.RawPostgres;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private Subjects subjects = new Subjects();

    @Mixin
    private Seed seed = new Seed();

    @Mixin
    private InFlight inFlight = new InFlight(64);

    @Option(names = "--rate", description = "Requests per second: open loop instead, latency from the due time")
    private Optional<Double> rate = Optional.empty();

    @Mixin
    private Timing timing = new Timing(3, 10);

    @Option(names = "--group-sizes", split = ",", description = "Add and remove members of groups of these sizes")
    private List<Integer> groupSizes = List.of();

    @Option(names = "--json", description = "File for the figures as JSON")
    private Optional<Path> json = Optional.empty();

    @Mixin
    private Console console = new Console();

    private final Report report = new Report();
    private boolean failed;

    @Override
    public Integer call() throws Exception {
        if (inFlight.value() < 1 || !timing.isValid() || filled < 1 || subjects.sample() < 1) {
            throw console.wrongUsage("--in-flight, --filled and --sample take 1 or more, --seconds 1 to 3600");
        }
        Vertx vertx = Vertx.vertx();
        try {
            ScimClient client = new ScimClient(vertx, target.target(), inFlight.value());
            console.say(Report.heading().stripTrailing());
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
        Sample sample = await(Sample.draw(client, filled, subjects.sample(), seed.value()));
        if (subjects.postgres().isPresent()) {
            String uri = subjects.postgres().get();
            measureAll(vertx, await(RawPostgres.prepare(vertx, uri, filled)).operations());
        }
        Map<String, Operation> operations = new LinkedHashMap<>(new Operations(client, sample, run, filled).all());
        operations.keySet().removeIf(name -> !subjects.has(name));
        measureAll(vertx, operations);
        measureMembers(vertx, client, sample, run);
    }

    private void measureMembers(Vertx vertx, ScimClient client, Sample sample, long run) throws Exception {
        List<String> ids = sample.ids();
        for (int size : groupSizes) {
            int spare = Math.min(200, ids.size() / 10 + 1);
            if (size + spare > ids.size()) {
                throw console.wrongUsage("A group of " + size + " needs --sample " + (size + spare) + " or more");
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
            console.say(report.add(entry.getKey(), outcome).stripTrailing());
        }
    }

    private Future<Outcome> run(Vertx vertx, Operation operation) {
        Pace pace = rate.<Pace>map(Pace.Open::new).orElseGet(() -> new Pace.Closed(inFlight.value()));
        return new Loop(vertx, pace, Window.of(timing.warmUp(), timing.counted()))
                .run(Work.repeating("operation", operation))
                .map(Outcomes::all);
    }

    private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException {
        return future.toCompletionStage().toCompletableFuture().get();
    }
}
