package io.sluice.load.run;

import io.sluice.load.drive.Outcomes;
import io.sluice.load.drive.ScimClient;
import io.sluice.load.drive.Target;
import io.sluice.load.options.Console;
import io.sluice.load.options.Results;
import io.sluice.load.own.Consumption;
import io.sluice.load.raw.Steadiness;
import io.sluice.load.report.Noise;
import io.sluice.load.report.Row;
import io.sluice.load.report.Summary;
import io.sluice.load.scenario.Scenarios;
import io.sluice.load.scenario.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sluice load run SCENARIO}: exit code 1 when a request failed. */
@Command(
        name = "run",
        description = "Runs a scenario with the kit's own driver and leaves summary.json and summary.md.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SCENARIO",
            description =
                    "entra-initial, entra-incremental, okta, bulk-migration, deprovisioning-storm or mixed-tenants")
    private String scenario = "";

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Mixin
    private ScaleOptions scale = new ScaleOptions();

    @Mixin
    private Results results = new Results();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws Exception {
        if (!Scenarios.names().contains(scenario)) {
            throw console.wrongUsage("There is no scenario " + scenario + "; there are " + Scenarios.names());
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        console.say("Starting");
        try (Subject subject = gateway.subject()) {
            Summary summary = measure(vertx, subject);
            console.say(results.leave(summary));
            return summary.failures() == 0 ? 0 : 1;
        } finally {
            await(vertx.close());
        }
    }

    private Summary measure(Vertx vertx, Subject subject) throws Exception {
        Run run = new Run(vertx, tenancies(vertx, subject), scale.tempo(), this::tell);
        await(run.prepare());
        Steadiness steadiness = await(Steadiness.begin(
                vertx, () -> Steadiness.thisProcess() + subject.consumption().cpuSeconds()));
        java.time.Instant begin = java.time.Instant.now();
        Consumption before = subject.consumption();
        Outcomes outcomes = await(run.measure());
        Consumption cost = subject.consumption().since(before);
        Noise noise = await(steadiness.end());
        List<Row> rows = new ArrayList<>();
        outcomes.byOperation().forEach((name, outcome) -> rows.add(Row.of(name, outcome)));
        rows.add(Row.of("all", outcomes.all(), 0, cost));
        return scale.summary(scenario, "own driver", begin, noise, rows);
    }

    private List<Tenancy> tenancies(Vertx vertx, Subject subject) {
        List<Tenancy> tenancies = new ArrayList<>();
        for (Target target :
                subject.tenants(scale.tenants(), "load-" + System.currentTimeMillis() % 100_000_000 + "-")) {
            ScimClient client = new ScimClient(vertx, target, Math.max(8, 256 / scale.tenants()));
            Scenarios.named(scenario, scale.scale(), new World())
                    .ifPresent(found -> tenancies.add(new Tenancy(client, found)));
        }
        return tenancies;
    }

    private void tell(String phase, Outcomes outcomes) {
        console.say(String.format(
                Locale.ROOT,
                "%-20s %,9d requests in %6.1f s  %,7.0f/s  p99 %6.1f ms  %d failures",
                phase,
                outcomes.all().latency().getTotalCount(),
                outcomes.all().seconds(),
                outcomes.all().perSecond(),
                outcomes.all().latency().getValueAtPercentile(99) / 1_000.0,
                outcomes.all().failureCount()));
    }

    private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException {
        return future.toCompletionStage().toCompletableFuture().get();
    }
}
