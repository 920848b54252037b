package io.sluice.gateway.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One thing that has to hold.
 *
 * @param clause the section that asks for it
 * @param requires what a backend must be capable of, as ServiceProviderConfig says it
 */
record Case(String name, String clause, Optional<String> requires, JsonNode script) {

    static Case of(JsonNode script, String clause) {
        return new Case(
                Shorthand.name(script),
                script.path("clause").asText(clause),
                Optional.ofNullable(script.path("requires").textValue()),
                script);
    }

    /** Or else a recorded exchange of an identity provider. */
    boolean isOfARule() {
        return clause.startsWith("RFC ");
    }

    List<Step> steps() {
        return Shorthand.steps(script);
    }
}
