package io.sluice.load.run;

import io.sluice.load.options.InFlight;
import io.sluice.load.options.Seed;
import io.sluice.load.options.Timing;
import io.sluice.load.report.Commit;
import io.sluice.load.report.Machine;
import io.sluice.load.report.Noise;
import io.sluice.load.report.Row;
import io.sluice.load.report.Summary;
import io.sluice.load.scenario.Scale;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How large a run is and how fast. */
public final class ScaleOptions {

    @Option(names = "--tenants", defaultValue = "1", description = "Tenants at once (default: ${DEFAULT-VALUE})")
    private int tenants = 1;

    @Option(names = "--users", defaultValue = "1000", description = "Users of each tenant (default: ${DEFAULT-VALUE})")
    private int users = 1_000;

    @Option(names = "--groups", description = "Groups of each tenant (default: one for 50 users)")
    private Optional<Integer> groups = Optional.empty();

    @Option(names = "--largest-group", description = "Members of the largest group (default: a fifth of the users)")
    private Optional<Integer> largestGroup = Optional.empty();

    @Option(names = "--cycles", defaultValue = "3", description = "Incremental cycles (default: ${DEFAULT-VALUE})")
    private int cycles = 3;

    @Option(names = "--bulk", defaultValue = "500", description = "Operations of a bulk (default: ${DEFAULT-VALUE})")
    private int bulk = 500;

    @Mixin
    private Seed seed = new Seed();

    @Option(names = "--rate", description = "Requests/s of each tenant: open model, latency from the due time")
    private Optional<Double> rate = Optional.empty();

    @Mixin
    private InFlight inFlight = new InFlight(32);

    @Option(
            names = "--compress",
            defaultValue = "120",
            description = "How much faster the 40 minutes of a cycle run (default: ${DEFAULT-VALUE})")
    private double compress = 120;

    /** Of mixed-tenants alone: the others end by themselves. */
    @Mixin
    private Timing timing = new Timing(5, 60);

    public int tenants() {
        return tenants;
    }

    public Scale scale() {
        Scale usual = Scale.of(users);
        return new Scale(
                users,
                groups.orElse(usual.groups()),
                largestGroup.orElse(usual.largestGroup()),
                cycles,
                bulk,
                seed.value());
    }

    public Tempo tempo() {
        return new Tempo(rate, inFlight.value(), compress, timing.warmUp(), timing.counted());
    }

    /** The summary of a run of this size and speed. */
    public Summary summary(String name, String engine, Instant begin, Noise noise, List<Row> rows) {
        Map<String, String> settings = new TreeMap<>();
        Scale scale = scale();
        settings.put("tenants", "" + tenants);
        settings.put("users", "" + users);
        settings.put("groups", "" + scale.groups());
        settings.put("largest group", "" + scale.largestGroup());
        settings.put("seed", "" + seed.value());
        settings.put(
                "pace",
                rate.map(perSecond -> "open, " + perSecond + "/s a tenant")
                        .orElse("closed, " + inFlight.value() + " in flight"));
        return new Summary(
                name,
                engine,
                begin.truncatedTo(ChronoUnit.SECONDS).toString(),
                Commit.around(Path.of("")),
                settings,
                Machine.here(),
                noise,
                rows);
    }
}
