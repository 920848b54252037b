package io.sluice.load.browse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.control.Idp;
import io.sluice.gateway.kit.Gateway;
import io.sluice.load.report.Row;
import io.sluice.load.report.Summary;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A small run with Gatling in a process of its own, as its plug-in runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GatlingReportTest {

    private static final Pattern FETCHED =
            Pattern.compile("<(?:script|img|iframe|link)[^>]*(?:src|href)=\"(?!data:)([^\"]+)\"");
    /** What Chromium asks for itself at every start, whatever it shows. */
    private static final Pattern OF_THE_BROWSER =
            Pattern.compile("(.*\\.)?(google\\.com|googleapis\\.com|gvt1\\.com|gstatic\\.com)(:\\d+)?");

    @TempDir
    private static Path folder;

    private Path results = Path.of("");

    @BeforeAll
    void run() throws IOException, InterruptedException {
        Path all = Files.createDirectory(folder.resolve("gatling"));
        Path log = folder.resolve("gatling.log");
        try (Gateway gateway = Gateway.start()) {
            gateway.tenant("report");
            Process gatling = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--add-opens=java.base/java.lang=ALL-UNNAMED",
                            "-Dsluice.url=" + gateway.url() + "/tenants/report/scim/v2",
                            "-Dsluice.token=" + gateway.token("report", Idp.ENTRA),
                            "-Dsluice.results=" + all,
                            "-Dscenario=entra-initial",
                            "-Dusers=20",
                            "-Dbaseline=false",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.gatling.app.Gatling",
                            "-s",
                            "io.sluice.load.gatling.ScenarioSimulation",
                            "-rf",
                            all.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = gatling.waitFor(120, TimeUnit.SECONDS);
            gatling.destroyForcibly();
            assertThat(ended).as(Files.readString(log)).isTrue();
            assertThat(gatling.exitValue()).as(Files.readString(log)).isZero();
        }
        try (Stream<Path> runs = Files.list(all)) {
            results = runs.findFirst().orElseThrow();
        }
    }

    @Test
    void leavesASummaryAndAPageBesideTheReport() throws IOException {
        Summary summary = Summary.read(results.resolve("summary.json"));

        assertThat(summary.operations())
                .filteredOn(row -> row.operation().equals("create user"))
                .extracting(Row::requests)
                .containsExactly(20L);
        assertThat(summary.failures()).isZero();
        assertThat(results.resolve("summary.md")).content().contains("| create user ");
        assertThat(results.resolve("index.html")).exists();
    }

    @Test
    @ExtendWith(Browser.class)
    void theReportDrawsItsChartsAndAsksNobody() throws IOException, InterruptedException {
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        Vertx vertx = Vertx.vertx();
        try {
            HttpServer proxy = vertx.createHttpServer()
                    .requestHandler(request -> {
                        asked.add(String.valueOf(request.authority()));
                        request.response().setStatusCode(502).end();
                    })
                    .listen(0, "127.0.0.1")
                    .await();
            String document = Browser.document(
                    results.resolve("index.html"),
                    proxy.actualPort(),
                    Files.createDirectory(folder.resolve("browser")));

            assertThat(document.split("class=\"highcharts-root\"", -1))
                    .as("charts")
                    .hasSizeGreaterThan(5);
            assertThat(document.split("class=\"highcharts-graph\"", -1))
                    .as("lines")
                    .hasSizeGreaterThan(5);
            assertThat(document).contains("create user");
            List<String> fetched = FETCHED.matcher(document)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(fetched)
                    .isNotEmpty()
                    .allSatisfy(address -> assertThat(address).doesNotContain("//"));
        } finally {
            vertx.close().await();
        }
        assertThat(asked)
                .filteredOn(host -> !OF_THE_BROWSER.matcher(host).matches())
                .isEmpty();
    }
}
