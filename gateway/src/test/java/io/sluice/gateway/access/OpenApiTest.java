package io.sluice.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import io.sluice.gateway.start.Endpoints;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenApiTest {

    private static final String ROOT = "/admin/v1";
    private final Gateway gateway = Gateway.start();

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void theDocumentDescribesEveryRouteAndNothingElse() {
        Set<String> routes = Endpoints.of(gateway.node()).stream()
                .filter(route -> route.contains(" " + ROOT + "/"))
                .map(route -> route.replace(ROOT, "").replaceAll(":([A-Za-z]+)", "{$1}"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented(document())).hasSizeGreaterThan(30).isEqualTo(routes);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = document();
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
    }

    @Test
    void everyParameterOfAPathIsDescribed() {
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                Set<String> inPath = java.util.regex.Pattern.compile("\\{([^}]+)}")
                        .matcher(path.getKey())
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
                Set<String> described = operation
                        .getValue()
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("in").asText().equals("path"))
                        .map(parameter -> parameter.path("name").asText())
                        .collect(Collectors.toSet());
                assertThat(described).as(path.getKey()).isEqualTo(inPath);
            }
        }
    }

    @Test
    void onlyTheDescribedParametersOfAQueryAreTakenAndEachOnce() {
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            String address = path.getKey().replaceAll("\\{[^}]+}", "x");
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                String[] described = operation
                        .getValue()
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .map(parameter -> parameter.path("name").asText())
                        .toArray(String[]::new);
                Reply unknown = gateway.admin().send(method, address + "?surplus=1", "");
                String taken = described.length == 0 ? "none" : String.join(", ", described);
                assertThat(unknown.expect(400).at("/detail"))
                        .as(method + " " + address)
                        .contains("surplus", "takes " + taken + ".");
                for (String name : described) {
                    Reply twice = gateway.admin().send(method, address + "?" + name + "=1&" + name + "=2", "");
                    assertThat(twice.expect(400).at("/detail")).contains(name + " more than once", "takes " + taken);
                }
            }
        }
    }

    private JsonNode document() {
        JsonNode document = gateway.admin().get("/openapi.json").expect(200).json();
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        return document;
    }

    private static Set<String> documented(JsonNode document) {
        Set<String> all = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return all;
    }
}
