package io.sluice.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.dialect.DialectRule;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.activity.ObservedRequest;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.http.Answer;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is remembered of a request. */
final class Observations {

    private static final int LONGEST_TARGET = 2_048;

    private Observations() {}

    static ObservedRequest of(Visit visit, Principal principal, Answer answer) {
        Duration duration = Duration.ofNanos(System.nanoTime() - visit.beganAt());
        Optional<Buffer> response =
                answer.body() instanceof Answer.Bytes bytes ? Optional.of(bytes.bytes()) : Optional.empty();
        Optional<JsonNode> error = answer.status() >= 400 ? response.flatMap(Observations::json) : Optional.empty();
        String target = String.valueOf(visit.request().uri());
        return new ObservedRequest(
                Instant.now().minus(duration),
                visit.requestId(),
                principal.idp(),
                principal.credentialId(),
                visit.request().method().name(),
                visit.route().map(Observations::name).orElse("?"),
                target.length() > LONGEST_TARGET ? target.substring(0, LONGEST_TARGET) : target,
                answer.status(),
                error.map(document -> document.path("scimType").asText("")).orElse(""),
                error.map(document -> document.path("detail").asText("")).orElse(""),
                duration,
                visit.firings()
                        .map(firings -> firings.rules().stream()
                                .map(DialectRule::name)
                                .sorted()
                                .toList())
                        .orElseGet(List::of),
                visit.body(),
                response);
    }

    private static Optional<JsonNode> json(Buffer body) {
        try {
            return body.length() == 0 ? Optional.empty() : Optional.of(StrictJson.parse(body));
        } catch (ScimException e) {
            return Optional.empty();
        }
    }

    /** The template of a route. */
    static String name(ScimRoute route) {
        return switch (route) {
            case ScimRoute.Discovery discovery -> "/ServiceProviderConfig";
            case ScimRoute.ResourceTypes types -> "/ResourceTypes";
            case ScimRoute.OneResourceType type -> "/ResourceTypes/{name}";
            case ScimRoute.Schemas schemas -> "/Schemas";
            case ScimRoute.OneSchema schema -> "/Schemas/{urn}";
            case ScimRoute.Me me -> "/Me";
            case ScimRoute.Bulk bulk -> "/Bulk";
            case ScimRoute.Root root -> "/";
            case ScimRoute.SearchRoot search -> "/.search";
            case ScimRoute.Resources resources -> resources.type().endpoint();
            case ScimRoute.Search search -> search.type().endpoint() + "/.search";
            case ScimRoute.Resource resource -> resource.type().endpoint() + "/{id}";
            case ScimRoute.Nothing nothing -> "?";
        };
    }
}
