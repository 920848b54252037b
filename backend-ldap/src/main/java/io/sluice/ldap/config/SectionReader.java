package io.sluice.ldap.config;

import io.sluice.core.json.WholeNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes typed values out of a section and refuses what nobody asked for. Used by one thread. */
public final class SectionReader {

    private final ConfigNode.Section section;
    private final Set<String> known = new HashSet<>();

    public SectionReader(ConfigNode.Section section) {
        this.section = section;
    }

    public static SectionReader of(ConfigNode node) {
        if (node instanceof ConfigNode.Section section) {
            return new SectionReader(section);
        }
        throw new ConfigException(node.where(), "keys with values are expected here");
    }

    public Optional<ConfigNode> node(String key) {
        known.add(key);
        return Optional.ofNullable(section.entries().get(key));
    }

    public Optional<String> text(String key) {
        return node(key).map(SectionReader::scalar).filter(text -> !text.isEmpty());
    }

    public String requiredText(String key) {
        return text(key).orElseThrow(() -> new ConfigException(section.where(), "the key '" + key + "' is missing"));
    }

    public int number(String key, int fallback, int least, int most) {
        Optional<ConfigNode> node = node(key);
        if (node.isEmpty()) {
            return fallback;
        }
        return WholeNumber.parse(scalar(node.get())).stream()
                .filter(value -> value >= least && value <= most)
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        node.get().where(), "a whole number from " + least + " to " + most + " is expected"));
    }

    public List<String> texts(String key) {
        return node(key).map(SectionReader::scalars).orElse(List.of());
    }

    public Optional<SectionReader> section(String key) {
        return node(key).map(SectionReader::of);
    }

    /** The constant whose name in lower case is written under the key. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        Optional<ConfigNode> node = node(key);
        if (node.isEmpty()) {
            return fallback;
        }
        String written = scalar(node.get());
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(java.util.Locale.ROOT);
            if (name.equals(written)) {
                return constant;
            }
            names.add(name);
        }
        throw new ConfigException(node.get().where(), "'" + written + "' is not one of " + String.join(", ", names));
    }

    public Set<String> keys() {
        return section.entries().keySet();
    }

    public String where() {
        return section.where();
    }

    /** To be called after everything was taken out. */
    public void refuseUnknown() {
        for (String key : section.entries().keySet()) {
            if (!known.contains(key)) {
                throw new ConfigException(
                        section.entries().get(key).where(),
                        "unknown key; known here are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    public static String scalar(ConfigNode node) {
        if (node instanceof ConfigNode.Scalar scalar) {
            return scalar.text();
        }
        throw new ConfigException(node.where(), "a single value is expected here");
    }

    public static List<String> scalars(ConfigNode node) {
        if (node instanceof ConfigNode.Items list) {
            return list.items().stream().map(SectionReader::scalar).toList();
        }
        return List.of(scalar(node));
    }
}
