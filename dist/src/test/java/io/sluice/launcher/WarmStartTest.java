package io.sluice.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher trains, and which starts take what was trained. */
final class WarmStartTest {

    private static final String ARCHIVE = "-XX:SharedArchiveFile=";
    private static final String CACHE = "-XX:AOTCache=";
    private static final String NOT_USED = "is not used; train again: ./sluice train";

    @TempDir
    private Path home;

    @Test
    void untrainedTheClassArchiveIsUsed() throws IOException, InterruptedException {
        var script = new LauncherScript(home, "25.0.3");
        assertThat(start(script, Map.of()).said())
                .anyMatch(word -> word.startsWith(ARCHIVE))
                .noneMatch(word -> word.contains("AOT"));
    }

    @Test
    void trainedEveryStartTakesTheCacheInTheArchivesPlace() throws IOException, InterruptedException {
        LauncherScript script = trained();
        String cache = CACHE + script.caches().get(0);
        assertThat(start(script, Map.of()).said()).contains(cache).noneMatch(word -> word.startsWith(ARCHIVE));
        assertThat(script.run(Map.of("SLUICE_HEAP", "300m"), "serve").said()).contains(cache, "-Xmx300m");
        assertThat(script.run(Map.of(), "demo").said()).noneMatch(word -> word.contains("AOT"));
    }

    @Test
    void trainingRunsWithTheOptionsOfAStartAndWithoutTheOperatorsSettings() throws IOException, InterruptedException {
        var script = new LauncherScript(home, "25.0.3");
        var ran = script.run(Map.of("SLUICE_POSTGRES_URI", "postgresql://production/", "SLUICE_HEAP", "300m"), "train");
        assertThat(ran.exitCode()).as("%s", ran.said()).isZero();
        assertThat(Files.readAllLines(script.file("environment")))
                .contains("SLUICE_HEAP=300m")
                .noneMatch(line -> line.contains("production"));
        assertThat(Files.readAllLines(script.file("trained")))
                .contains("-Xmx300m")
                .anyMatch(word -> word.startsWith("-XX:AOTCacheOutput="))
                .noneMatch(word -> word.contains("-Xshare") || word.startsWith(ARCHIVE));
    }

    @Test
    void aFailedOrPoorTrainingChangesNothing() throws IOException, InterruptedException {
        LauncherScript script = trained();
        var before = script.caches();
        var time = Files.getLastModifiedTime(before.get(0));
        script.trainingLeaves(30 << 20, 1);
        assertThat(script.run(Map.of(), "train").exitCode()).isOne();
        script.trainingLeaves(1 << 20, 0);
        var poor = script.run(Map.of(), "train");
        assertThat(poor.exitCode()).isOne();
        assertThat(poor.said()).anyMatch(line -> line.contains("left 1024 KB"));
        assertThat(script.caches()).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(before.get(0))).isEqualTo(time);
    }

    @Test
    void otherOptionsAndNewerJarsAreNotStartedFromTheCacheAndThisIsSaid() throws IOException, InterruptedException {
        LauncherScript script = trained();
        assertThat(start(script, Map.of("SLUICE_JAVA_OPTIONS", "-XX:+UseZGC")).said())
                .anyMatch(line -> line.endsWith(NOT_USED))
                .anyMatch(word -> word.startsWith(ARCHIVE));
        Files.setLastModifiedTime(
                script.file("sluice.jar"), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(start(script, Map.of()).said())
                .anyMatch(line -> line.endsWith(NOT_USED))
                .noneMatch(word -> word.startsWith(CACHE));
    }

    @Test
    void anotherTrainingReplacesTheCacheOfOtherOptions() throws IOException, InterruptedException {
        LauncherScript script = trained();
        Path before = script.caches().get(0);
        assertThat(script.run(Map.of("SLUICE_JAVA_OPTIONS", "-XX:+UseZGC"), "train")
                        .exitCode())
                .isZero();
        assertThat(script.caches()).hasSize(1).doesNotContain(before);
    }

    @Test
    void anArchiveOfTheOperatorsOwnGoesFirst() throws IOException, InterruptedException {
        LauncherScript script = trained();
        assertThat(start(script, Map.of("SLUICE_JAVA_OPTIONS", "-Xshare:off")).said())
                .contains("-Xshare:off")
                .noneMatch(word -> word.startsWith(CACHE));
    }

    @Test
    void whatAKilledTrainingLeftIsRemoved() throws IOException, InterruptedException {
        var script = new LauncherScript(home, "25.0.3");
        Files.createDirectory(home.resolve(".training-999999999"));
        assertThat(script.run(Map.of(), "train").exitCode()).isZero();
        assertThat(script.caches())
                .singleElement()
                .satisfies(cache -> assertThat(cache.getFileName().toString()).startsWith("warm-25-"));
    }

    @Test
    void before25ThereIsNothingToTrain() throws IOException, InterruptedException {
        var script = new LauncherScript(home, "24.0.2");
        var ran = script.run(Map.of(), "train");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.said()).containsExactly("sluice: training needs Java 25 or newer, and this is Java 24");
        assertThat(start(script, Map.of()).said()).anyMatch(word -> word.startsWith(ARCHIVE));
    }

    private LauncherScript trained() throws IOException, InterruptedException {
        var script = new LauncherScript(home, "25.0.3");
        var ran = script.run(Map.of(), "train");
        assertThat(ran.exitCode()).as("%s", ran.said()).isZero();
        return script;
    }

    private static LauncherScript.Ran start(LauncherScript script, Map<String, String> environment)
            throws IOException, InterruptedException {
        return script.run(environment, "start");
    }
}
