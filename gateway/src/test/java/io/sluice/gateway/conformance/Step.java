package io.sluice.gateway.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One request and what is expected of its answer, as the file has it: the method is the name of the field that holds the path.
 */
record Step(JsonNode script) {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND");

    static boolean isStep(JsonNode script) {
        return METHODS.stream().anyMatch(script::has);
    }

    String method() {
        return METHODS.stream()
                .filter(script::has)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No method in " + script));
    }

    String path() {
        return script.path(method()).asText();
    }

    JsonNode query() {
        return script.path("query");
    }

    JsonNode headers() {
        return script.path("headers");
    }

    JsonNode keep() {
        return script.path("keep");
    }

    /** The body as it goes out: {@code raw} to the letter, or {@code body} as JSON. */
    String body(Variables variables) {
        if (script.has("raw")) {
            return variables.in(script.get("raw").asText());
        }
        return script.has("body") ? variables.in(script.get("body")).toString() : "";
    }

    /** The credential to use: the tenant's own unless the step names another; an empty one means none. */
    String credential(String own) {
        return script.path("credential").asText(own);
    }
}
