package io.sluice.load.bench;

import io.sluice.load.drive.Operation;
import io.sluice.load.drive.Pace;
import io.sluice.load.drive.ScimClient;
import io.sluice.load.raw.RawPostgres;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The entries of the tables by name. Preparing them sends requests and blocks. */
final class Table {

    static final List<String> NAMES = List.of("operations", "reads", "members", "bulk", "rates");

    private static final int[] MEMBERS = {10, 1_000, 10_000, 100_000};
    private static final int SPARE = 200;
    private static final double[] PARTS = {0.1, 0.25, 0.5, 0.7, 0.8, 0.9, 1.0};

    private final Vertx vertx;
    private final ScimClient client;
    private final int users;
    private final Pace pace;
    private final long run = System.currentTimeMillis();

    Table(Vertx vertx, ScimClient client, int users, Pace pace) {
        this.vertx = vertx;
        this.client = client;
        this.users = users;
        this.pace = pace;
    }

    /** Writes and reads beside the same rows without a gateway. */
    List<Entry> operations(Sample sample, Optional<String> postgres) {
        List<Entry> entries = new ArrayList<>(raw(postgres));
        new Operations(client, sample, run, users)
                .all()
                .forEach((name, operation) -> entries.add(entry(name, operation)));
        return entries;
    }

    /** Only what changes nothing, so that a tenant of any size stays as it is. */
    List<Entry> reads(Sample sample, Optional<String> postgres) {
        return operations(sample, postgres).stream()
                .filter(entry ->
                        Operations.READS.contains(entry.name()) || entry.name().equals("raw get"))
                .toList();
    }

    private List<Entry> raw(Optional<String> postgres) {
        return postgres
                .map(uri -> RawPostgres.prepare(vertx, uri, users).await().operations())
                .stream()
                .flatMap(operations -> operations.entrySet().stream())
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** One member more and one less, in groups of each size that the tenant has people for. */
    List<Entry> members(Sample sample) {
        List<Entry> entries = new ArrayList<>();
        for (int size : MEMBERS) {
            List<String> ids = sample.ids();
            if (size + SPARE <= ids.size()) {
                MemberBench bench = MemberBench.prepare(
                                client,
                                "Bench " + run + " " + size,
                                ids.subList(0, size),
                                ids.subList(size, size + SPARE))
                        .await();
                entries.add(entry("member add or remove at " + size, bench.addAndRemove()));
            }
        }
        return entries;
    }

    /** One POST after the other on one connection, and bulk requests beside each other. */
    List<Entry> bulk(Sample sample) {
        Map<String, Operation> operations = new Operations(client, sample, run, users).all();
        BulkBench bulk = new BulkBench(client, run);
        List<Entry> entries = new ArrayList<>();
        Optional.ofNullable(operations.get("create"))
                .ifPresent(create -> entries.add(new Entry("create, one connection", new Pace.Closed(1), create)));
        entries.add(new Entry("bulk of 100, one connection", new Pace.Closed(1), bulk.creating(100)));
        entries.add(new Entry("bulk of 1000, one connection", new Pace.Closed(1), bulk.creating(1_000)));
        entries.add(new Entry("bulk of 100, 8 in flight", new Pace.Closed(8), bulk.creating(100)));
        return entries;
    }

    /** What is measured at rates. */
    List<Entry> ceilings(Sample sample) {
        return operations(sample, Optional.empty()).stream()
                .filter(entry -> entry.name().equals("get") || entry.name().equals("create"))
                .toList();
    }

    /** Latency at parts of the ceiling, from the moment at which each request is due. */
    static List<Entry> rates(List<Entry> ceilings, Function<Entry, Double> ceiling) {
        List<Entry> entries = new ArrayList<>();
        for (Entry closed : ceilings) {
            double most = ceiling.apply(closed);
            for (double part : PARTS) {
                long rate = Math.round(most * part / 100) * 100;
                entries.add(new Entry(closed.name() + " at " + rate, new Pace.Open(rate), closed.operation()));
            }
        }
        return entries;
    }

    private Entry entry(String name, Operation operation) {
        return new Entry(name, pace, operation);
    }
}
