package io.sluice.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigReaderTest {

    @TempDir
    private Path directory;

    @Test
    void everythingHasADefault() {
        Config config = read(Map.of(), Optional.empty()).config();
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.management().port()).isEqualTo(9000);
        assertThat(config.http().maxHeader()).isEqualTo(16 << 10);
        assertThat(config.http().maxRequestLine()).isEqualTo(8 << 10);
        assertThat(config.http().maxBody()).isEqualTo(1 << 20);
        assertThat(config.http().maxBulkBody()).isEqualTo(8 << 20);
        assertThat(config.http().idleTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.http().bodyTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.http().h2c()).isFalse();
        assertThat(config.credentials().trust()).isEqualTo(Duration.ofMillis(600));
        assertThat(config.backends().names()).containsExactly("postgres");
        assertThat(config.adminToken()).isEmpty();
    }

    @Test
    void fileOverridesDefaultsAndTheEnvironmentOverridesTheFile() throws IOException {
        Path file = file("""
                http:
                  port: 8081
                  maxBody: 2MiB
                  publicUrl: https://scim.example.com/
                postgres:
                  uri: postgresql://a:b@db/x
                  poolSize: 8
                """);
        Map<String, String> environment = Map.of(
                "SLUICE_HTTP_PORT", "8082",
                "SLUICE_POSTGRES_URI", "postgresql://c:d@other/y",
                "SLUICE_LDAP_BASE_DN", "dc=example",
                "SLUICE_SERVICE_HOST", "ignored");
        Config config = read(environment, Optional.of(file)).config();
        assertThat(config.http().port()).isEqualTo(8082);
        assertThat(config.http().maxBody()).isEqualTo(2 << 20);
        assertThat(config.http().publicUrl()).contains("https://scim.example.com");
        assertThat(config.backends().section("postgres").get("uri").asText()).isEqualTo("postgresql://c:d@other/y");
        assertThat(config.backends().section("postgres").get("poolSize").intValue())
                .isEqualTo(8);
        assertThat(config.backends().section("ldap").get("baseDn").asText()).isEqualTo("dc=example");
        assertThat(config.backends().names()).containsExactly("postgres", "ldap");
    }

    @Test
    void everyProblemIsNamedWithItsKeyReasonAndLine() throws IOException {
        Path file = file("""
                http:
                  port: 99999
                  prot: 1
                  idleTimeout: soon
                  port: 8080
                logging:
                  level: loud
                colour: red
                postgres: yes
                """);
        ConfigException refused = refused(Map.of("SLUICE_HTTP_MAX_BODY", "much"), Optional.of(file));
        String name = file.toString();
        assertThat(refused.problems())
                .extracting(problem -> problem.key() + " @ " + problem.source().text())
                .containsExactlyInAnyOrder(
                        "http.prot @ " + name + " line 3",
                        "http.port @ " + name + " line 5",
                        "colour @ " + name + " line 8",
                        "postgres @ " + name + " line 9",
                        "http.port @ " + name + " line 2",
                        "http.idleTimeout @ " + name + " line 4",
                        "logging.level @ " + name + " line 7",
                        "http.maxBody @ environment variable SLUICE_HTTP_MAX_BODY");
        assertThat(refused.getMessage()).contains("must be a whole number from 0 to 65535");
    }

    @Test
    void missingAndBrokenFilesAreRefused() throws IOException {
        assertThat(refused(Map.of(), Optional.of(directory.resolve("none.yaml")))
                        .getMessage())
                .contains("does not exist");
        assertThat(refused(Map.of(), Optional.of(file("http: [\n"))).getMessage())
                .contains("is not YAML");
        assertThat(refused(Map.of(), Optional.of(file("- a\n"))).getMessage()).contains("must be a mapping");
    }

    @Test
    void secretsAreMaskedWhereverTheyAreShown() {
        Map<String, String> environment = Map.of(
                "SLUICE_ADMIN_TOKEN", "hunter2-admin",
                "SLUICE_SCIM_CURSOR_KEY", "hunter2-cursor",
                "SLUICE_POSTGRES_URI", "postgresql://user:hunter2-pg@db.example:5432/sluice?password=hunter2-query",
                "SLUICE_LDAP_BIND_PASSWORD", "hunter2-ldap",
                "SLUICE_LDAP_BASE_DN", "dc=example");
        List<String> lines = read(environment, Optional.empty()).lines();
        assertThat(lines).noneMatch(line -> line.contains("hunter2"));
        assertThat(lines).anyMatch(line -> line.contains("db.example:5432/sluice"));
        assertThat(lines).contains("ldap.baseDn: dc=example");
        assertThat(lines).contains("adminToken: ********  # environment variable SLUICE_ADMIN_TOKEN");
        ConfigException refused =
                refused(Map.of("SLUICE_HTTP_PORT", "x", "SLUICE_ADMIN_TOKEN", "hunter2"), Optional.empty());
        assertThat(refused.getMessage()).doesNotContain("hunter2");
    }

    @Test
    void keysAreUniqueDescribedAndReachableFromTheEnvironment() {
        Set<String> paths = new HashSet<>();
        Set<String> variables = new HashSet<>();
        for (ConfigKey<?> key : Config.keys()) {
            assertThat(paths.add(key.path())).as(key.path()).isTrue();
            assertThat(variables.add(key.variable())).as(key.variable()).isTrue();
            assertThat(key.description()).as(key.path()).endsWith(".");
        }
        assertThat(variables)
                .contains(
                        "SLUICE_HTTP_PORT",
                        "SLUICE_MANAGEMENT_PORT",
                        "SLUICE_DATA_DIR",
                        "SLUICE_ADMIN_TOKEN",
                        "SLUICE_CREDENTIALS_TOKENS_PER_CONNECTION");
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "30s,30000", "10m,600000", "1h,3600000"})
    void durationsHaveUnits(String text, long millis) {
        assertThat(Quantities.duration(text, Duration.ZERO, Duration.ofDays(1))).hasMillis(millis);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "s, 0", "-1s, 0", "5 weeks, 0", "99999999999999999999s, 0"})
    void otherDurationsAreRefused(String text, int ignored) {
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> Quantities.duration(text, Duration.ZERO, Duration.ofDays(1))))
                .hasMessageContaining("must be");
    }

    @Test
    void whatABackendRefusesIsSaidWithItsLineOrVariable() throws IOException {
        Optional<Path> file = Optional.of(file("""
                http:
                  port: 8081
                postgres:
                  pool: {size: ten}
                ldap:
                  url: ldap://127.0.0.1
                """));

        assertThat(refused(Map.of("SLUICE_LDAP_URL", "nonsense", "SLUICE_HTTP_PORT", "0x"), file)
                        .problems())
                .extracting(ConfigProblem::text)
                .map(text -> text.replaceAll("[^ (]*sluice[^ /]*yaml", "FILE"))
                .containsExactlyInAnyOrder(
                        "http.port: \"0x\" must be a whole number from 0 to 65535 (environment variable SLUICE_HTTP_PORT)",
                        "postgres.pool.size: must be a number (FILE line 4)",
                        "ldap.url: must be an address (environment variable SLUICE_LDAP_URL)");
        assertThat(refused(Map.of("SLUICE_LDAP_MODE", "any"), Optional.empty()).problems())
                .extracting(ConfigProblem::text)
                .containsExactly("ldap: url is missing (environment variable SLUICE_LDAP_MODE)");
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "sluice", ".yaml"), yaml);
    }

    private static EffectiveConfig read(Map<String, String> environment, Optional<Path> file) {
        return new ConfigReader(
                        environment,
                        Map.of("postgres", ConfigReaderTest::checkPool, "ldap", ConfigReaderTest::checkUrl))
                .read(file);
    }

    private static void checkPool(ObjectNode postgres) {
        if (postgres.at("/pool/size").isTextual()) {
            throw new IllegalArgumentException("pool.size: must be a number");
        }
    }

    private static void checkUrl(ObjectNode ldap) {
        if (ldap.has("mode") && !ldap.has("url")) {
            throw new IllegalArgumentException("url is missing");
        }
        if (ldap.path("url").asText().equals("nonsense")) {
            throw new IllegalArgumentException("ldap.url: must be an address");
        }
    }

    private static ConfigException refused(Map<String, String> environment, Optional<Path> file) {
        return catchThrowableOfType(ConfigException.class, () -> read(environment, file));
    }
}
