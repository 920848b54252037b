package io.sluice.gateway.kit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.net.http.HttpResponse;
import org.assertj.core.api.Assertions;

/** What came back. */
public record Reply(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    public JsonNode json() {
        return StrictJson.parse(Buffer.buffer(response.body()));
    }

    /** The text at a JSON pointer. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public Reply expect(int status) {
        Assertions.assertThat(status()).as("status of %s", this).isEqualTo(status);
        return this;
    }

    /** A SCIM error document with the status inside and outside. */
    public Reply expectError(int status, String scimType) {
        expect(status);
        Assertions.assertThat(header("content-type")).startsWith("application/scim+json");
        Assertions.assertThat(at("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        Assertions.assertThat(json().get("status").isTextual()).isTrue();
        Assertions.assertThat(at("/status")).isEqualTo(Integer.toString(status));
        Assertions.assertThat(at("/scimType")).isEqualTo(scimType);
        Assertions.assertThat(at("/detail")).isNotEmpty();
        return this;
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.request().uri() + " -> " + status() + " " + text();
    }
}
