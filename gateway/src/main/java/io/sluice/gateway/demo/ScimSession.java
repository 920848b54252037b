package io.sluice.gateway.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Sends one request after the other as an identity provider does, measures it and checks its status. */
final class ScimSession {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCIM_JSON = "application/scim+json";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final Target target;
    private final Measurements measurements;

    ScimSession(HttpClient client, Target target, Measurements measurements) {
        this.client = client;
        this.target = target;
        this.measurements = measurements;
    }

    /** A failure that has been counted already and ends the sequence it happened in. */
    static final class StepFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StepFailed(String message) {
            super(message, null, false, false);
        }
    }

    Optional<JsonNode> firstMatch(Step step, String endpoint, String filter) {
        String query = "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        JsonNode found = get(step, endpoint + query);
        if (!found.path("Resources").isArray()) {
            throw fail(step, "a list without Resources: " + found);
        }
        return Optional.ofNullable(found.path("Resources").get(0));
    }

    JsonNode get(Step step, String path) {
        return call(step, request(path).GET().build(), 200);
    }

    JsonNode post(Step step, String path, String body) {
        return call(step, request(path).POST(BodyPublishers.ofString(body)).build(), 201);
    }

    void patch(Step step, String path, String body) {
        call(step, request(path).method("PATCH", BodyPublishers.ofString(body)).build(), 200, 204);
    }

    void delete(Step step, String path) {
        call(step, request(path).DELETE().build(), 204);
    }

    /** Counts a failed expectation on an answer. */
    void expect(Step step, boolean holds, String otherwise) {
        if (!holds) {
            throw fail(step, otherwise);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(target.at(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + target.token())
                .header("Content-Type", SCIM_JSON)
                .header("Accept", SCIM_JSON);
    }

    private JsonNode call(Step step, HttpRequest request, int... expected) {
        long begin = System.nanoTime();
        HttpResponse<String> response;
        try {
            response = client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw fail(
                    step,
                    "no answer from " + target.base() + ": "
                            + Optional.ofNullable(e.getMessage())
                                    .orElse(e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fail(step, "interrupted");
        } finally {
            measurements.took(step, System.nanoTime() - begin);
        }
        if (Arrays.stream(expected).noneMatch(status -> status == response.statusCode())) {
            throw fail(step, request.method() + " answered " + response.statusCode() + " " + detail(response.body()));
        }
        return parse(step, response.body());
    }

    private JsonNode parse(Step step, String body) {
        if (body.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw fail(step, "an answer that is not JSON");
        }
    }

    private static String detail(String body) {
        try {
            return JSON.readTree(body).path("detail").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private StepFailed fail(Step step, String reason) {
        measurements.failed(step, reason);
        return new StepFailed(reason);
    }
}
