package io.sluice.ldap.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML into nodes that know their lines. */
public final class YamlConfig {

    private final String file;

    private YamlConfig(String file) {
        this.file = file;
    }

    /**
     * @param file how complaints name the text
     * @throws ConfigException when it is not YAML or not a section
     */
    public static ConfigNode.Section read(String file, String text) {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            ConfigNode node = root.map(found -> new YamlConfig(file).convert(found, ""))
                    .orElseGet(() -> new ConfigNode.Section(Map.of(), file));
            if (node instanceof ConfigNode.Section section) {
                return section;
            }
            throw new ConfigException(file, "keys with values are expected");
        } catch (YamlEngineException e) {
            throw new ConfigException(file, "this is not YAML: " + e.getMessage());
        }
    }

    private ConfigNode convert(Node node, String key) {
        String where = where(node, key);
        return switch (node) {
            case MappingNode mapping -> section(mapping, key, where);
            case SequenceNode sequence -> items(sequence, key, where);
            case ScalarNode scalar ->
                new ConfigNode.Scalar(scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue(), where);
            default -> throw new ConfigException(where, "anchors and aliases are not supported");
        };
    }

    private ConfigNode section(MappingNode mapping, String key, String where) {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                throw new ConfigException(where(tuple.getKeyNode(), key), "a key must be a text");
            }
            String child = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
            if (entries.put(name.getValue(), convert(tuple.getValueNode(), child)) != null) {
                throw new ConfigException(where(name, child), "this key is written twice");
            }
        }
        return new ConfigNode.Section(entries, where);
    }

    private ConfigNode items(SequenceNode sequence, String key, String where) {
        List<ConfigNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(convert(item, key + "[" + items.size() + "]"));
        }
        return new ConfigNode.Items(items, where);
    }

    private String where(Node node, String key) {
        String line = node.getStartMark()
                .map(mark -> file + " line " + (mark.getLine() + 1))
                .orElse(file);
        return key.isEmpty() ? line : key + " (" + line + ")";
    }
}
