package io.sluice.load.ledger;

import io.sluice.load.options.Console;
import io.sluice.load.options.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice load ledger}: exit code 1 when something acknowledged is missing or anything is there twice. */
@Command(
        name = "ledger",
        description =
                "Kills PostgreSQL and the gateway in the middle of writes, and looks for everything acknowledged.",
        mixinStandardHelpOptions = true)
public final class LedgerCommand implements Callable<Integer> {

    @Option(names = "--rounds", defaultValue = "10", description = "Kills (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--lanes", defaultValue = "16", description = "Writers at a time (default: ${DEFAULT-VALUE})")
    private int laneCount;

    @Option(
            names = "--millis",
            defaultValue = "2000",
            description = "At most before the kill, and after one of PostgreSQL (default: ${DEFAULT-VALUE})")
    private int millis;

    @Option(names = "--port", defaultValue = "18480", description = "And the next one (default: ${DEFAULT-VALUE})")
    private int port;

    @Mixin
    private Seed seed = new Seed();

    @Option(names = "--data", description = "A folder for the gateway's data; a temporary one without")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private Console console = new Console();

    private final List<String> problems = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        if (rounds < 1 || rounds > 1_000 || laneCount < 1 || laneCount > 256 || millis < 100 || millis > 60_000) {
            throw console.wrongUsage("--rounds takes 1 to 1000, --lanes 1 to 256, --millis 100 to 60000");
        }
        Path folder = data.isPresent() ? data.get() : Files.createTempDirectory("sluice-ledger-");
        GatewayUnderTest gateway = GatewayUnderTest.start(folder, port);
        try {
            gateway.ensureRunning();
            int acknowledged = play(gateway);
            console.say(String.format(
                    Locale.ROOT,
                    "%s: %d rounds, %d writes acknowledged, %d problems; data and log in %s",
                    problems.isEmpty() ? "KEPT" : "BROKEN",
                    rounds,
                    acknowledged,
                    problems.size(),
                    folder));
        } finally {
            gateway.stop();
        }
        return problems.isEmpty() ? 0 : 1;
    }

    private int play(GatewayUnderTest gateway) throws Exception {
        String group = gateway.api()
                .post(
                        "/Groups",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Ledger\"}")
                .json()
                .getString("id");
        List<Lane> lanes = IntStream.range(0, laneCount)
                .mapToObj(number -> new Lane(seed.value() + "-" + number, group, seed.value() * 1_000 + number))
                .toList();
        SplittableRandom moments = new SplittableRandom(seed.value());
        for (int round = 1; round <= rounds; round++) {
            int before = acknowledged(lanes);
            boolean ofPostgres = round % 2 == 1;
            run(gateway, lanes, ofPostgres, moments.nextInt(millis / 2, millis));
            gateway.ensureRunning();
            long unanswered = people(lanes).stream()
                    .filter(person -> person.doubt.isPresent())
                    .count();
            int known = problems.size();
            problems.addAll(Verification.of(gateway.api(), group, people(lanes)));
            console.say(String.format(
                    Locale.ROOT,
                    "round %d: killed %s; %d writes acknowledged, %d unanswered; %s",
                    round,
                    ofPostgres ? "PostgreSQL" : "the gateway",
                    acknowledged(lanes) - before,
                    unanswered,
                    problems.size() == known ? "all there, nothing twice" : problems.subList(known, problems.size())));
        }
        problems.addAll(AuditCount.compare(gateway.administration(), people(lanes)));
        return acknowledged(lanes);
    }

    private void run(GatewayUnderTest gateway, List<Lane> lanes, boolean ofPostgres, int moment) throws Exception {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        CountDownLatch begun = new CountDownLatch(lanes.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<String>>> running = new ArrayList<>();
            for (Lane lane : lanes) {
                ScimApi api = gateway.api();
                running.add(threads.submit(() -> {
                    begun.countDown();
                    return lane.run(api, goesOn::get);
                }));
            }
            begun.await();
            Thread.sleep(Duration.ofMillis(moment));
            kill(gateway, ofPostgres);
            goesOn.set(false);
            for (Future<Optional<String>> lane : running) {
                lane.get().ifPresent(problems::add);
            }
        }
    }

    /** Writers go on for a while without PostgreSQL: what they are told then counts, too. */
    private void kill(GatewayUnderTest gateway, boolean ofPostgres) throws IOException, InterruptedException {
        if (ofPostgres) {
            gateway.killPostgres();
            Thread.sleep(Duration.ofMillis(millis));
        } else {
            gateway.kill();
        }
    }

    private static int acknowledged(List<Lane> lanes) {
        return lanes.stream().mapToInt(Lane::acknowledged).sum();
    }

    private static List<Person> people(List<Lane> lanes) {
        return lanes.stream().flatMap(lane -> lane.people().stream()).toList();
    }
}
