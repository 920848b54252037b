package io.sluice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendProvider;
import io.sluice.core.backend.SettingKey;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.config.ConfigKey;
import io.sluice.gateway.start.Providers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/operations.md lists every key and every metric between markers. To bring it up to date:
 * {@code ./mvnw -pl dist -am test -Dtest=OperationsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.jvm.options=-Dsluice.docs.write=true}
 */
final class OperationsPageTest {

    private static final Path PAGE = Deploy.root().resolve("docs/operations.md");

    @Test
    void listsEveryKeyOfTheConfiguration() throws IOException {
        assertUpToDate(
                "configuration keys",
                "| key | environment | default | what it is |\n| --- | --- | --- | --- |\n"
                        + Config.keys().stream().map(OperationsPageTest::row).collect(Collectors.joining()));
    }

    private static String row(ConfigKey<?> key) {
        String fallback = key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`";
        return "| `" + key.path() + "` | `" + key.variable() + "` | " + fallback + " | "
                + key.description().replace("|", "\\|") + " (" + key.kind().name() + (key.secret() ? "; secret" : "")
                + ") |\n";
    }

    @Test
    void listsEveryKeyOfTheBackendsThatDescribeTheirs() throws IOException {
        StringBuilder rows = new StringBuilder("| key | default | what it is |\n| --- | --- | --- |\n");
        Map<String, BackendProvider> backends = new TreeMap<>(Providers.found().backends());
        backends.forEach((name, provider) -> {
            for (SettingKey key : provider.settings()) {
                rows.append("| `").append(name).append('.').append(key.name()).append("` | ");
                rows.append(key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`");
                rows.append(" | ").append(key.description()).append(" |\n");
            }
        });
        assertUpToDate("backend keys", rows.toString());
    }

    @Test
    void listsEveryMetricOfTheGateway() throws IOException {
        StringBuilder rows = new StringBuilder("| metric | labels | what it is |\n| --- | --- | --- |\n");
        new TreeMap<>(Scrape.shared().descriptions()).forEach((family, description) -> {
            if (family.startsWith("sluice_") && !family.endsWith("_max")) {
                rows.append("| `").append(family).append("` | ");
                rows.append(String.join(", ", Scrape.shared().labels(family)));
                rows.append(" | ").append(description).append(" |\n");
            }
        });
        assertUpToDate("metrics", rows.toString());
    }

    private static void assertUpToDate(String section, String wanted) throws IOException {
        String begin = "<!-- generated: " + section + " -->\n";
        String end = "<!-- end: " + section + " -->\n";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        if (Boolean.getBoolean("sluice.docs.write")) {
            Files.writeString(PAGE, page.substring(0, from) + wanted + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to)).isEqualTo(wanted);
    }
}
