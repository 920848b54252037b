package io.sluice.ldap.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns settings that were parsed already into nodes that know their keys. */
public final class JsonConfig {

    private JsonConfig() {}

    public static ConfigNode.Section read(String key, ObjectNode settings) {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        settings.properties()
                .forEach(entry -> entries.put(entry.getKey(), convert(key + "." + entry.getKey(), entry.getValue())));
        return new ConfigNode.Section(entries, key);
    }

    private static ConfigNode convert(String key, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return read(key, object);
        }
        if (node.isArray()) {
            List<ConfigNode> items = new ArrayList<>();
            node.forEach(item -> items.add(convert(key + "[" + items.size() + "]", item)));
            return new ConfigNode.Items(items, key);
        }
        return new ConfigNode.Scalar(node.isNull() ? "" : node.asText(), key);
    }
}
