package io.sluice.ldap.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of configuration that remembers where it was written, so that a complaint can name the line. */
public sealed interface ConfigNode {

    /** Key and line, such as {@code users.rdn (mapping.yaml line 12)}. */
    String where();

    /** A text, number or boolean as it was written; empty text for null. */
    record Scalar(String text, String where) implements ConfigNode {}

    record Items(List<ConfigNode> items, String where) implements ConfigNode {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys in the order written. */
    record Section(Map<String, ConfigNode> entries, String where) implements ConfigNode {
        public Section {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** This section with the other's entries laid over it: sections merge, everything else is replaced. */
        public Section overlaidWith(Section other) {
            Map<String, ConfigNode> merged = new LinkedHashMap<>(entries);
            other.entries.forEach((key, value) -> merged.merge(key, value, Section::overlay));
            return new Section(merged, other.where);
        }

        private static ConfigNode overlay(ConfigNode below, ConfigNode above) {
            return below instanceof Section lower && above instanceof Section upper ? lower.overlaidWith(upper) : above;
        }
    }
}
