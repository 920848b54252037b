package io.sluice.load.bench;

import io.sluice.load.drive.Pace;
import io.sluice.load.drive.ScimClient;
import io.sluice.load.raw.Steadiness;
import io.sluice.load.report.Commit;
import io.sluice.load.report.Machine;
import io.sluice.load.report.Row;
import io.sluice.load.report.Sheet;
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
import java.io.PrintWriter;
import java.nio.file.Files;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(names = "--only", split = ",", description = "Names of rows; all without")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--sample",
            defaultValue = "2000",
            description = "Users to measure with (default: ${DEFAULT-VALUE})")
    private int sampleSize;

    @Option(names = "--in-flight", defaultValue = "64", description = "Closed loop (default: ${DEFAULT-VALUE})")
    private int inFlight;

    @Option(names = "--warm-up", defaultValue = "3", description = "Seconds of each row (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--heat",
            defaultValue = "60",
            description = "Seconds in which all rows are sent before the first is measured (default: ${DEFAULT-VALUE})")
    private int heat;

    @Option(names = "--rounds", defaultValue = "3", description = "Of each row (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "Of each round (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--postgres",
            description = "URI of the database for the baseline (default: of the kit's own gateway)")
    private Optional<String> postgres = Optional.empty();

    @Option(names = "--out", description = "Folder for the results (default: load-results/TABLE)")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (!Table.NAMES.contains(name) || users < 1 || rounds < 1 || heat < 0 || seconds < 1 || inFlight < 1) {
            throw new ParameterException(
                    spec.commandLine(), "TABLE is one of " + Table.NAMES + ", numbers are 1 or more");
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        try (Subject subject = gateway.subject()) {
            Summary summary = measure(vertx, subject);
            Path folder = out.orElseGet(() -> Path.of("load-results", name));
            summary.write(folder.resolve("summary.json"));
            Files.writeString(folder.resolve("summary.md"), new Sheet(summary).text());
            say("\n%s\nLeft in %s".formatted(new Sheet(summary).text(), folder));
            return summary.failures() == 0 ? 0 : 1;
        } finally {
            vertx.close().await();
        }
    }

    private Summary measure(Vertx vertx, Subject subject) {
        ScimClient client = new ScimClient(vertx, subject.tenant(), Math.max(inFlight, 256));
        if (!filled) {
            fill(vertx, client);
        }
        Sample sample = Sample.draw(client, users, sampleSize, 1).await();
        Rounds measuring = new Rounds(
                vertx, Duration.ofSeconds(warmUp), rounds, Duration.ofSeconds(seconds), subject::consumption);
        List<Entry> entries = entries(vertx, client, sample, subject).stream()
                .filter(entry -> only.isEmpty() || only.contains(entry.name()))
                .toList();
        measuring.heat(entries, Duration.ofSeconds(heat));
        Steadiness steadiness = Steadiness.begin(
                        vertx,
                        () -> Steadiness.thisProcess() + subject.consumption().cpuSeconds())
                .await();
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Row> rows = new ArrayList<>();
        say(Report.heading().strip());
        List<Entry> measured = name.equals("rates")
                ? Table.rates(entries, entry -> measuring.measure(entry).perSecond())
                : entries;
        for (Entry entry : measured) {
            Row row = measuring.measure(entry);
            rows.add(row);
            say(String.format(
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
        settings.put("in flight", "" + inFlight);
        settings.put("heat", heat + " s");
        settings.put("rounds", rounds + " of " + seconds + " s");
        return settings;
    }

    private List<Entry> entries(Vertx vertx, ScimClient client, Sample sample, Subject subject) {
        Table table = new Table(vertx, client, users, new Pace.Closed(inFlight));
        Optional<String> database = postgres.or(subject::postgresUri);
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
                        (phase, outcomes) -> say(String.format(
                                Locale.ROOT, "%s: %.1f s", phase, outcomes.all().seconds())))
                .prepare()
                .await();
    }

    private void say(String line) {
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(line);
        writer.flush();
    }
}
