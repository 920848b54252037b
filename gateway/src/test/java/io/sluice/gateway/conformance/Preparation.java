package io.sluice.gateway.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a tenant needs before its cases can be played.
 *
 * @param idp whose credential is used
 * @param strict whether its connection is strict
 * @param types whether there are resource types and extensions by configuration
 * @param attributes custom attributes of users, as the administration API takes them
 */
public record Preparation(String idp, boolean strict, boolean types, List<JsonNode> attributes) {

    static Preparation of(JsonNode file) {
        return new Preparation(
                file.path("idp").asText("generic"),
                file.path("strict").asBoolean(),
                file.path("types").asBoolean(),
                file.path("attributes").valueStream().toList());
    }

    /** Whether any tenant of any gateway will do. */
    boolean isPlain() {
        return !strict && !types && attributes.isEmpty();
    }
}
