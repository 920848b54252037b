package io.sluice.load.gatling;

import io.gatling.charts.stats.GeneralStats;
import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.commons.stats.Status;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.stats.ErrorStats;
import io.sluice.load.own.Consumption;
import io.sluice.load.report.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Reads Gatling's binary log through Gatling's own reader. Gatling measures in whole milliseconds. */
final class GatlingLog {

    private static final long MICROS = 1_000;

    private final LogFileData data;

    private GatlingLog(LogFileData data) {
        this.data = data;
    }

    /** A row for each request name, and one for all with what the servers used. */
    static List<Row> rows(Path log, Consumption cost) {
        GatlingLog read = new GatlingLog(new LogFileReader(log.toFile(), GatlingConfiguration.load()).read());
        List<Row> rows = new ArrayList<>();
        for (String name : new TreeSet<>(read.names())) {
            rows.add(read.row(name, Option.apply(name), Consumption.NONE));
        }
        rows.add(read.row("all", Option.empty(), cost));
        return rows;
    }

    private List<String> names() {
        return CollectionConverters.asJava(data.allRequestPaths()).stream()
                .map(path -> path.request())
                .toList();
    }

    private Row row(String name, Option<String> request, Consumption cost) {
        GeneralStats all = data.requestGeneralStats(request, Option.empty(), Option.<Status>empty())
                .get();
        return new Row(
                name,
                all.count(),
                all.meanRequestsPerSec() == 0 ? 0 : all.count() / all.meanRequestsPerSec(),
                all.meanRequestsPerSec(),
                new Row.Latency(
                        all.mean() * MICROS,
                        percentile(all, 50),
                        percentile(all, 75),
                        percentile(all, 90),
                        percentile(all, 95),
                        percentile(all, 99),
                        percentile(all, 99.9),
                        all.max() * MICROS),
                0,
                cost,
                failures(request));
    }

    private static long percentile(GeneralStats stats, double rank) {
        return ((Number) stats.percentile().apply(rank)).longValue() * MICROS;
    }

    private Map<String, Long> failures(Option<String> request) {
        Map<String, Long> failures = new TreeMap<>();
        for (ErrorStats error : CollectionConverters.asJava(data.errors(request, Option.empty()))) {
            failures.merge(error.message(), (long) error.count(), Long::sum);
        }
        return failures;
    }
}
