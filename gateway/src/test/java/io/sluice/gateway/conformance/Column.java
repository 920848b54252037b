package io.sluice.gateway.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A backend in the report.
 *
 * @param lacks what it says in ServiceProviderConfig that it cannot do; cases that require it do not apply
 */
record Column(String backend, String title, Set<String> lacks) {

    static List<Column> all() {
        return CaseFile.read("backends.json").valueStream().map(Column::of).toList();
    }

    static Column of(String backend) {
        return all().stream()
                .filter(column -> column.backend.equals(backend))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("backends.json does not have " + backend));
    }

    boolean covers(Case one) {
        return one.requires().stream().noneMatch(lacks::contains);
    }

    private static Column of(JsonNode json) {
        return new Column(
                json.path("backend").asText(),
                json.path("title").asText(),
                json.path("lacks").valueStream().map(JsonNode::asText).collect(Collectors.toUnmodifiableSet()));
    }
}
