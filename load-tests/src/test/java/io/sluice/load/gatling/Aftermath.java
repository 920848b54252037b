package io.sluice.load.gatling;

import io.sluice.load.own.Consumption;
import io.sluice.load.raw.Steadiness;
import io.sluice.load.report.Commit;
import io.sluice.load.report.Machine;
import io.sluice.load.report.Noise;
import io.sluice.load.report.Sheet;
import io.sluice.load.report.Summary;
import io.sluice.load.run.Subject;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a run of Gatling leaves beside its HTML report: summary.json and summary.md. Gatling completes its log and its report
 * after the last hook of a simulation, so the summary is made when the process ends.
 */
final class Aftermath {

    private final Subject subject;
    private final Settings settings;
    private final Vertx vertx = Vertx.vertx();
    private Optional<Steadiness> steadiness = Optional.empty();
    private Instant begun = Instant.EPOCH;
    private Consumption before = Consumption.NONE;

    Aftermath(Subject subject, Settings settings) {
        this.subject = subject;
        this.settings = settings;
    }

    void begin() {
        steadiness = Optional.of(Steadiness.begin(
                        vertx,
                        () -> Steadiness.thisProcess() + subject.consumption().cpuSeconds(),
                        settings.baseline())
                .await());
        begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        before = subject.consumption();
    }

    void end() {
        Consumption cost = subject.consumption().since(before);
        Noise noise = steadiness.map(watch -> watch.end().await()).orElse(Noise.UNKNOWN);
        subject.close();
        vertx.close().await();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveOrFail(cost, noise)));
    }

    /** A process that ends already has no other way to say that it did not succeed. */
    private void leaveOrFail(Consumption cost, Noise noise) {
        try {
            leave(cost, noise);
        } catch (RuntimeException e) {
            System.err.println("There is no summary of this run: " + e);
            Runtime.getRuntime().halt(1);
        }
    }

    private void leave(Consumption cost, Noise noise) {
        Path folder = results();
        Summary summary = new Summary(
                String.join(",", Settings.scenarios()),
                "Gatling",
                begun.toString(),
                Commit.around(Path.of("").toAbsolutePath()),
                settings.described(),
                Machine.here(),
                noise,
                GatlingLog.rows(folder.resolve("simulation.log"), cost));
        summary.write(folder.resolve("summary.json"));
        try {
            String sheet = new Sheet(summary).text();
            Files.writeString(folder.resolve("summary.md"), sheet);
            System.out.println("\n" + sheet + "\nLeft in " + folder + ": index.html, summary.json, summary.md");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest folder with a log: this process has just written it. */
    private static Path results() {
        Path all = Settings.results();
        try (var folders = Files.list(all)) {
            return folders.filter(folder -> Files.exists(folder.resolve("simulation.log")))
                    .max((one, two) -> Long.compare(
                            one.toFile().lastModified(), two.toFile().lastModified()))
                    .orElseThrow(() -> new IllegalStateException("No simulation.log under " + all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
