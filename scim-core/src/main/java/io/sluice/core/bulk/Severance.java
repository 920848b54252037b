package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes references out of the data of a create, to be added by a PATCH when the resources that they name exist. Possible for
 * elements of lists, as the members of a group, and for complex values, as the manager of a user; not for a plain text, which
 * may be required or immutable.
 */
final class Severance {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> MANAGER = List.of("manager", "manager.value", "manager.$ref");

    /**
     * @param rest the data of the create
     * @param additions the operations of the PATCH
     */
    record Severed(ObjectNode rest, ArrayNode additions) {}

    private final Predicate<String> wanted;
    private final ArrayNode additions = JSON.arrayNode();

    private Severance(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** Takes out every value that mentions a bulkId of this kind. */
    static Severed split(ObjectNode data, Predicate<String> wanted) {
        Severance severance = new Severance(wanted);
        return new Severed(severance.rest("", data), severance.additions);
    }

    /** The bulkIds that cannot be taken out. */
    static Set<String> fixedIn(ObjectNode data) {
        Set<String> fixed = new HashSet<>();
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            JsonNode value = field.getValue();
            if (isExtension(field.getKey(), value)) {
                fixed.addAll(fixedIn((ObjectNode) value));
            } else if (!canGo(field.getKey(), value)) {
                fixed.addAll(References.in(JSON.objectNode().set(field.getKey(), value)));
            }
        }
        return fixed;
    }

    private ObjectNode rest(String prefix, ObjectNode object) {
        ObjectNode rest = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (isExtension(name, value)) {
                rest.set(name, rest(name + ":", (ObjectNode) value));
            } else {
                remaining(prefix + name, name, value).ifPresent(left -> rest.set(name, left));
            }
        }
        return rest;
    }

    private Optional<JsonNode> remaining(String path, String name, JsonNode value) {
        if (!canGo(name, value) || !References.mentions(name, value, wanted)) {
            return Optional.of(value);
        }
        if (!value.isArray()) {
            add(path, value);
            return Optional.empty();
        }
        ArrayNode taken = JSON.arrayNode();
        ArrayNode left = JSON.arrayNode();
        value.forEach(element -> (References.mentions(name, element, wanted) ? taken : left).add(element));
        add(path, taken);
        return Optional.<JsonNode>of(left).filter(elements -> !elements.isEmpty());
    }

    private void add(String path, JsonNode value) {
        additions.add(JSON.objectNode().put("op", "add").put("path", path).set("value", value));
    }

    private static boolean canGo(String name, JsonNode value) {
        return value.isContainerNode()
                || MANAGER.contains(name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean isExtension(String name, JsonNode value) {
        return name.indexOf(':') >= 0 && value.isObject();
    }
}
