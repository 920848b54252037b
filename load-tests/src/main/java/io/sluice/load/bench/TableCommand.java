package io.sluice.load.bench;

import io.sluice.load.drive.Pace;
import io.sluice.load.drive.ScimClient;
import io.sluice.load.options.Console;
import io.sluice.load.options.InFlight;
import io.sluice.load.options.Results;
import io.sluice.load.options.Timing;
import io.sluice.load.raw.Steadiness;
import io.sluice.load.report.Commit;
import io.sluice.load.report.Machine;
import io.sluice.load.report.Row;
import io.sluice.load.report.Summary;
import io.sluice.load.run.GatewayOptions;
import io.sluice.load.run.Run;
import io.sluice.load.run.Subject;
import io.sluice.load.run.Tempo;
import io.sluice.load.run.Tenancy;
import io.sluice.load.scenario.Filled;
import io.sluice.load.scenario.Population;
import io.sluice.load.scenario.Scale;
import io.sluice.load.scenario.Scenario;
import io.sluice.load.scenario.World;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice load table NAME}: exit code 1 when a request failed. */
@Command(
        name = "table",
        description = "Measures one of the tables of docs/performance.md and leaves it as JSON and Markdown.",
        mixinStandardHelpOptions = true)
public final class TableCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TABLE", description = "operations, reads, members, bulk or rates")
    private String name = "";

    @Mixin
    private GatewayOptions gateway = new GatewayOptions();

    @Option(names = "--users", defaultValue = "10000", description = "Size of the tenant (default: ${DEFAULT-VALUE})")
    private int users;

    @Option(names = "--filled", description = "The tenant has these users already, made by load fill")
    private boolean filled;

    @Mixin
    private Subjects subjects = new Subjects();

    @Mixin
    private InFlight inFlight = new InFlight(64);

    /** Of each row until two agree, and of each of its rounds. */
    @Mixin
    private Timing timing = new Timing(1, 3);

    @Option(
            names = "--heat",
            defaultValue = "60",
            description = "Seconds in which all rows are sent before the first is measured (default: ${DEFAULT-VALUE})")
    private int heat;

    @Option(names = "--rounds", defaultValue = "3", description = "Of each row (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Mixin
    private Results results = new Results();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws Exception {
        if (!Table.NAMES.contains(name)
                || users < 1
                || rounds < 1
                || heat < 0
                || !timing.isValid()
                || inFlight.value() < 1) {
            throw console.wrongUsage("TABLE is one of " + Table.NAMES + ", numbers are 1 or more");
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        try (Subject subject = gateway.subject()) {
            Summary summary = measure(vertx, subject);
            console.say(results.leave(summary));
            return summary.failures() == 0 ? 0 : 1;
        } finally {
            vertx.close().await();
        }
    }

    private Summary measure(Vertx vertx, Subject subject) {
        ScimClient client = new ScimClient(vertx, subject.tenant(), Math.max(inFlight.value(), 256));
        if (!filled) {
            fill(vertx, client);
        }
        Sample sample = Sample.draw(client, users, subjects.sample(), 1).await();
        Rounds measuring = new Rounds(vertx, timing.warmUp(), rounds, timing.counted(), subject::consumption);
        List<Entry> entries = entries(vertx, client, sample, subject).stream()
                .filter(entry -> subjects.has(entry.name()))
                .toList();
        measuring.heat(entries, Duration.ofSeconds(heat));
        Steadiness steadiness = Steadiness.begin(
                        vertx,
                        () -> Steadiness.thisProcess() + subject.consumption().cpuSeconds())
                .await();
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Row> rows = new ArrayList<>();
        console.say(Report.heading().strip());
        List<Entry> measured = name.equals("rates")
                ? Table.rates(entries, entry -> measuring.measure(entry).perSecond())
                : entries;
        for (Entry entry : measured) {
            Row row = measuring.measure(entry);
            rows.add(row);
            console.say(String.format(
                    Locale.ROOT,
                    "%-32s %,9.0f/s  p99 %8.2f ms  %d failures",
                    row.operation(),
                    row.perSecond(),
                    row.latency().p99() / 1_000.0,
                    row.failureCount()));
        }
        return new Summary(
                name,
                "own driver",
                begin.toString(),
                Commit.around(Path.of("")),
                settings(),
                Machine.here(),
                steadiness.end().await(),
                rows);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(gateway.settings());
        settings.put("users", "" + users);
        settings.put("in flight", "" + inFlight.value());
        settings.put("heat", heat + " s");
        settings.put("rounds", rounds + " of " + timing.counted().toSeconds() + " s");
        return settings;
    }

    private List<Entry> entries(Vertx vertx, ScimClient client, Sample sample, Subject subject) {
        Table table = new Table(vertx, client, users, new Pace.Closed(inFlight.value()));
        Optional<String> database = subjects.postgres().or(subject::postgresUri);
        return switch (name) {
            case "operations" -> table.operations(sample, database);
            case "reads" -> table.reads(sample, database);
            case "members" -> table.members(sample);
            case "bulk" -> table.bulk(sample);
            default -> table.ceilings(sample);
        };
    }

    private void fill(Vertx vertx, ScimClient client) {
        Scale scale = new Scale(users, 0, 1, 1, 500, 1);
        Scenario empty = new Scenario("fill", Filled.phases(scale, new Population(scale), new World()), List.of());
        Tempo tempo = new Tempo(Optional.empty(), 1, 1, Duration.ZERO, Duration.ZERO);
        new Run(
                        vertx,
                        List.of(new Tenancy(client, empty)),
                        tempo,
                        (phase, outcomes) -> console.say(String.format(
                                Locale.ROOT, "%s: %.1f s", phase, outcomes.all().seconds())))
                .prepare()
                .await();
    }
}
