package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.bulk.ReferenceText.Span;
import io.sluice.core.schema.Spelling;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The references in the data of operations, wherever they stand: values, the paths of PATCH operations, keys that are paths. The
 * recursion is as deep as the data, which the parser bounds.
 */
final class References {

    private static final String PATH = "path";

    private References() {}

    /** The bulkIds that the data mentions. */
    static Set<String> in(JsonNode data) {
        Set<String> found = new LinkedHashSet<>();
        mentions("", data, bulkId -> {
            found.add(bulkId);
            return false;
        });
        return found;
    }

    /** Whether a bulkId of this kind is mentioned in the value of that key. */
    static boolean mentions(String key, JsonNode data, Predicate<String> wanted) {
        return switch (data) {
            case ObjectNode object ->
                object.properties().stream()
                        .anyMatch(field -> any(inKey(field.getKey()), wanted)
                                || mentions(field.getKey(), field.getValue(), wanted));
            case ArrayNode array -> array.valueStream().anyMatch(element -> mentions(key, element, wanted));
            default -> data.isTextual() && any(inText(key, data.textValue()), wanted);
        };
    }

    /** The data with ids in the place of references; the very same when it has none. */
    static JsonNode resolve(JsonNode data, UnaryOperator<String> ids) {
        return mentions("", data, any -> true) ? resolve("", data, ids) : data;
    }

    private static JsonNode resolve(String key, JsonNode data, UnaryOperator<String> ids) {
        return switch (data) {
            case ObjectNode object -> {
                ObjectNode resolved = object.objectNode();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    String name = field.getKey();
                    resolved.set(ReferenceText.replace(name, inKey(name), ids), resolve(name, field.getValue(), ids));
                }
                yield resolved;
            }
            case ArrayNode array -> {
                ArrayNode resolved = array.arrayNode(array.size());
                array.forEach(element -> resolved.add(resolve(key, element, ids)));
                yield resolved;
            }
            default -> data.isTextual() ? text(key, data, ids) : data;
        };
    }

    private static JsonNode text(String key, JsonNode data, UnaryOperator<String> ids) {
        String text = data.textValue();
        List<Span> spans = inText(key, text);
        return spans.isEmpty() ? data : TextNode.valueOf(ReferenceText.replace(text, spans, ids));
    }

    private static List<Span> inText(String key, String text) {
        if (!text.contains(ReferenceText.PREFIX)) {
            return List.of();
        }
        return Spelling.isSame(key, PATH) ? ReferenceText.inFilter(text) : ReferenceText.inValue(key, text);
    }

    private static List<Span> inKey(String key) {
        return key.indexOf('[') < 0 ? List.of() : ReferenceText.inFilter(key);
    }

    private static boolean any(List<Span> spans, Predicate<String> wanted) {
        return spans.stream().map(Span::bulkId).anyMatch(wanted);
    }
}
