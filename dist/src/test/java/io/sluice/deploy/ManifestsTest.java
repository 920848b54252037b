package io.sluice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.SettingKey;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.config.ConfigKey;
import io.sluice.postgres.sql.PostgresKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in deploy/ can be read and name only what exists. */
final class ManifestsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\bSLUICE_[A-Z0-9_]+\\b");
    /** Read by the launcher, before any configuration. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("SLUICE_HEAP", "SLUICE_JAVA_OPTIONS", "SLUICE_BUILD");

    static Stream<Path> yamls() throws IOException {
        return Deploy.files().stream().filter(file -> file.toString().endsWith(".yaml"));
    }

    @ParameterizedTest
    @MethodSource("yamls")
    void isYaml(Path file) throws IOException {
        assertThat(Deploy.yaml(file))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document).isInstanceOf(Map.class));
    }

    @Test
    void kubernetesObjectsBelongTogether() throws IOException {
        Map<?, ?> all = (Map<?, ?>)
                Deploy.yaml(Deploy.file("kubernetes/kustomization.yaml")).getFirst();
        Set<String> kinds = new HashSet<>();
        for (Object resource : (List<?>) all.get("resources")) {
            Map<?, ?> object = (Map<?, ?>)
                    Deploy.yaml(Deploy.file("kubernetes/" + resource)).getFirst();
            kinds.add(String.valueOf(object.get("kind")));
            assertThat(((Map<?, ?>) object.get("metadata")).get("name")).isEqualTo("sluice");
        }
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "ServiceAccount",
                        "ConfigMap",
                        "Deployment",
                        "Service",
                        "PodDisruptionBudget",
                        "HorizontalPodAutoscaler",
                        "NetworkPolicy");
    }

    @Test
    void variablesAreThoseThatTheGatewayReads() throws IOException {
        Set<String> known = Stream.concat(
                        Config.keys().stream().map(ConfigKey::variable),
                        PostgresKeys.ALL.stream().map(SettingKey::name).map(ManifestsTest::variable))
                .collect(Collectors.toCollection(HashSet::new));
        known.addAll(OF_THE_LAUNCHER);
        Set<String> named = new TreeSet<>();
        for (Path file : Deploy.files()) {
            VARIABLE.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(named::add);
        }

        assertThat(named).hasSizeGreaterThan(5).isSubsetOf(known);
    }

    private static String variable(String key) {
        return "SLUICE_POSTGRES_" + key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    @Test
    void theImageRunsAsNobodySpecialAndTellsItsHealth() throws IOException {
        String dockerfile = Files.readString(Deploy.file("Dockerfile"));

        assertThat(dockerfile)
                .containsPattern("(?m)^USER 10001")
                .containsPattern("(?m)^HEALTHCHECK")
                .contains("jlink");
        assertThat(Files.readString(Deploy.file("kubernetes/deployment.yaml")))
                .contains("readOnlyRootFilesystem: true", "runAsNonRoot: true", "/health/ready", "/health/live");
    }
}
