package io.sluice.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.gateway.kit.Reply;

/** What an answer has to look like: what its step says, and what every answer under SCIM has to be. */
record Expectation(String method, JsonNode script, Variables variables) {

    static Expectation of(Step step, Variables variables) {
        return new Expectation(step.method(), step.script(), variables);
    }

    void check(Reply reply) {
        int status = script.path("status").asInt(200);
        if (status >= 400 && !method.equals("HEAD")) {
            reply.expectError(status, script.path("scimType").asText());
        } else {
            reply.expect(status);
        }
        headers(reply);
        body(reply);
    }

    private void headers(Reply reply) {
        variables.in(script.path("header")).properties().forEach(header -> {
            String actual = reply.header(header.getKey());
            JsonNode value = actual.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(actual);
            JsonExpectation.check(header.getKey() + " of " + reply, value, header.getValue());
        });
    }

    private void body(Reply reply) {
        if (reply.text().isEmpty()) {
            assertThat(script.has("json") && !script.path("json").isEmpty())
                    .as("%s has a body", reply)
                    .isFalse();
            return;
        }
        assertThat(reply.header("content-type")).as("type of %s", reply).startsWith("application/scim+json");
        JsonNode document = reply.json();
        assertThat(document.findValue("password")).as("password in %s", reply).isNull();
        if (script.has("json")) {
            JsonExpectation.check(document, variables.in(script.path("json")));
        }
    }
}
