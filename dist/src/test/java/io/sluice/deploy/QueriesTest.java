package io.sluice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every panel and every alert asks for metrics and labels that a scrape has. */
final class QueriesTest {

    private static final Path DASHBOARD = Deploy.file("grafana/sluice.json");
    private static final Path ALERTS = Deploy.file("prometheus/alerts.yaml");

    private static JsonNode dashboard() throws IOException {
        return StrictJson.parse(Buffer.buffer(Files.readAllBytes(DASHBOARD)));
    }

    static Stream<String> panels() throws IOException {
        List<String> queries = new ArrayList<>();
        for (JsonNode panel : dashboard().path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                queries.add(target.path("expr").asText());
            }
        }
        return queries.stream();
    }

    static Stream<String> alerts() throws IOException {
        return rules().stream().map(rule -> String.valueOf(rule.get("expr")));
    }

    private static List<Map<?, ?>> rules() throws IOException {
        List<Map<?, ?>> rules = new ArrayList<>();
        for (Object document : Deploy.yaml(ALERTS)) {
            for (Object group : (List<?>) ((Map<?, ?>) document).get("groups")) {
                for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
                    rules.add((Map<?, ?>) rule);
                }
            }
        }
        return rules;
    }

    @ParameterizedTest
    @MethodSource({"panels", "alerts"})
    void asksForWhatAScrapeHas(String expression) {
        List<Query.Selector> selectors = new Query(expression).selectors();

        assertThat(selectors).as("metrics in " + expression).isNotEmpty();
        for (Query.Selector selector : selectors) {
            assertThat(Scrape.shared().samples()).containsKey(selector.metric());
            assertThat(Scrape.shared().samples().get(selector.metric()))
                    .as("labels of " + selector.metric())
                    .containsAll(selector.labels());
        }
    }

    @Test
    void everyAlertSaysWhatItMeansAndHasARunbook() throws IOException {
        String page = Files.readString(Deploy.root().resolve("docs/operations.md"));
        assertThat(rules()).hasSizeGreaterThan(5).allSatisfy(rule -> {
            Map<?, ?> annotations = (Map<?, ?>) rule.get("annotations");
            assertThat(annotations.get("summary")).isNotNull();
            assertThat(page).contains("### " + rule.get("alert") + "\n");
            assertThat(String.valueOf(annotations.get("runbook")))
                    .endsWith("docs/operations.md#"
                            + String.valueOf(rule.get("alert")).toLowerCase(java.util.Locale.ROOT));
        });
    }

    @Test
    void panelsHaveTitlesAndIdsOfTheirOwn() throws IOException {
        List<JsonNode> panels = new ArrayList<>();
        dashboard().path("panels").forEach(panels::add);

        assertThat(panels)
                .hasSizeGreaterThan(10)
                .allSatisfy(panel -> assertThat(panel.path("title").asText()).isNotBlank());
        assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
    }
}
