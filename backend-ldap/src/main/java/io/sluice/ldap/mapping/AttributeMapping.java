package io.sluice.ldap.mapping;

import java.util.List;
import java.util.Map;

/** How one SCIM attribute is kept in LDAP. */
public sealed interface AttributeMapping {

    DocumentPath path();

    /** The LDAP attributes used. */
    List<String> names();

    /**
     * One value in one attribute.
     *
     * @param fallbacks what to write when the document has no value, for attributes that the directory requires: texts with
     *     {@code ${path}}, of which the first whose paths all have values is taken
     */
    record Single(DocumentPath path, String name, ValueForm form, List<String> fallbacks) implements AttributeMapping {
        public Single {
            fallbacks = List.copyOf(fallbacks);
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }
    }

    /** The {@code value} of every element in one attribute. */
    record Values(DocumentPath path, String name) implements AttributeMapping {
        @Override
        public List<String> names() {
            return List.of(name);
        }
    }

    /**
     * The elements of one type, each sub-attribute in an attribute of its own.
     *
     * @param parts LDAP attribute by sub-attribute
     */
    record Typed(DocumentPath path, String type, Map<String, String> parts) implements AttributeMapping {
        public Typed {
            parts = Map.copyOf(parts);
        }

        @Override
        public List<String> names() {
            return parts.values().stream().sorted().toList();
        }
    }

    /** The id of a user, as the DN of that user. */
    record Reference(DocumentPath path, String name) implements AttributeMapping {
        @Override
        public List<String> names() {
            return List.of(name);
        }
    }
}
