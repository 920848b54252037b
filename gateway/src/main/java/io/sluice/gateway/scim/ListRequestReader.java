package io.sluice.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import io.sluice.core.json.StrictJson;
import io.sluice.core.schema.Spelling;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads queries for resources from the URL or from a body. */
final class ListRequestReader {

    static final String SEARCH_REQUEST = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    private final PagingReader paging;

    ListRequestReader(PagingReader paging) {
        this.paging = paging;
    }

    /**
     * @throws ScimException INVALID_VALUE, INVALID_CURSOR or INVALID_COUNT
     */
    ListRequest fromQuery(MultiMap parameters) {
        return new ListRequest(
                text(parameters, "filter"),
                Asked.of(parameters),
                text(parameters, "sortBy").filter(name -> !name.isBlank()),
                isAscending(text(parameters, "sortOrder")),
                paging.read(text(parameters, "startIndex"), text(parameters, "count"), text(parameters, "cursor")),
                false);
    }

    /**
     * @throws ScimException INVALID_SYNTAX when the body is no SearchRequest, or as {@link #fromQuery}
     */
    ListRequest fromBody(Buffer body) {
        ObjectNode search = lowerCased(StrictJson.parseObject(body));
        boolean named = StreamSupport.stream(search.path("schemas").spliterator(), false)
                .anyMatch(urn -> Spelling.isSame(urn.asText(), SEARCH_REQUEST));
        if (!named) {
            throw ScimException.of(
                    ErrorKind.INVALID_SYNTAX, "The body needs \"schemas\": [\"" + SEARCH_REQUEST + "\"].");
        }
        return new ListRequest(
                text(search, "filter"),
                new Asked(names(search, "attributes"), names(search, "excludedAttributes")),
                text(search, "sortBy").filter(name -> !name.isBlank()),
                isAscending(text(search, "sortOrder")),
                paging.read(number(search, "startIndex"), number(search, "count"), text(search, "cursor")),
                false);
    }

    /** Names are the same in any case (RFC 7643 section 2.1), so that one may be there once only. */
    private static ObjectNode lowerCased(ObjectNode search) {
        ObjectNode lower = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : search.properties()) {
            if (lower.replace(field.getKey().toLowerCase(Locale.ROOT), field.getValue()) != null) {
                throw ScimException.of(
                        ErrorKind.INVALID_SYNTAX, Excerpt.of(field.getKey()) + " is there twice, in different case.");
            }
        }
        return lower;
    }

    private static boolean isAscending(Optional<String> order) {
        String text = order.orElse("ascending");
        if (Spelling.isSame(text, "descending")) {
            return false;
        }
        if (text.isEmpty() || Spelling.isSame(text, "ascending")) {
            return true;
        }
        throw ScimException.of(ErrorKind.INVALID_VALUE, "sortOrder must be ascending or descending.");
    }

    private static Optional<String> text(MultiMap parameters, String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static Optional<String> text(ObjectNode search, String name) {
        return value(search, name).map(node -> {
            if (!node.isTextual()) {
                throw ScimException.of(ErrorKind.INVALID_VALUE, name + " must be a text.");
            }
            return node.textValue();
        });
    }

    private static Optional<String> number(ObjectNode search, String name) {
        return value(search, name).map(JsonNode::asText);
    }

    private static Optional<List<String>> names(ObjectNode search, String name) {
        return value(search, name)
                .map(node -> {
                    List<String> names = new ArrayList<>();
                    for (JsonNode item : node.isArray() ? node : List.of(node)) {
                        if (!item.isTextual()) {
                            throw ScimException.of(
                                    ErrorKind.INVALID_VALUE, name + " must be an array of attribute names.");
                        }
                        names.add(item.textValue());
                    }
                    return names;
                })
                .filter(names -> !names.isEmpty());
    }

    private static Optional<JsonNode> value(ObjectNode search, String name) {
        return Optional.ofNullable(search.get(name.toLowerCase(Locale.ROOT))).filter(node -> !node.isNull());
    }
}
