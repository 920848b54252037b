package io.sluice.ldap.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import io.sluice.ldap.mapping.AttributeMapping;
import io.sluice.ldap.mapping.TypeMapping;
import io.sluice.ldap.mapping.ValueForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes a document as LDAP attributes, as far as the mapping and the syntaxes of the attributes reach. */
public final class AttributeWriter {

    private final TypeMapping type;
    private final Schema schema;

    public AttributeWriter(TypeMapping type, Schema schema) {
        this.type = type;
        this.schema = schema;
    }

    /** The ids in the document that are kept as DNs. */
    public List<String> references(ObjectNode document) {
        List<String> ids = new ArrayList<>();
        for (AttributeMapping mapping : type.attributes()) {
            if (mapping instanceof AttributeMapping.Reference reference) {
                reference.path().in(document).map(JsonNode::asText).ifPresent(ids::add);
            }
        }
        return ids;
    }

    /**
     * @param dns the DN of each of the {@link #references}; those that are not in the directory are left out
     */
    public LdapValues write(ObjectNode document, Function<String, Optional<String>> dns) {
        Sheet sheet = new Sheet();
        for (AttributeMapping mapping : type.attributes()) {
            switch (mapping) {
                case AttributeMapping.Single single -> writeSingle(single, document, sheet);
                case AttributeMapping.Values values -> writeValues(values, document, sheet);
                case AttributeMapping.Typed typed -> writeTyped(typed, document, sheet);
                case AttributeMapping.Reference reference -> {
                    sheet.touch(reference.name());
                    reference
                            .path()
                            .in(document)
                            .map(JsonNode::asText)
                            .flatMap(dns)
                            .ifPresent(dn -> sheet.put(reference.name(), dn));
                }
            }
        }
        return sheet.values();
    }

    private void writeSingle(AttributeMapping.Single single, ObjectNode document, Sheet sheet) {
        sheet.touch(single.name());
        Optional<JsonNode> value = single.path().in(document);
        if (single.form() != ValueForm.TEXT) {
            value.map(node -> formatted(single.form(), node.asBoolean()))
                    .ifPresent(text -> sheet.put(single.name(), text));
            return;
        }
        boolean stored =
                value.map(node -> sheet.putText(single.name(), node.asText())).orElse(false);
        if (!stored) {
            fallback(single.fallbacks(), document).ifPresent(text -> sheet.put(single.name(), text));
        }
    }

    private static String formatted(ValueForm form, boolean value) {
        return switch (form) {
            case BOOLEAN -> value ? "TRUE" : "FALSE";
            case NOTBOOLEAN -> value ? "FALSE" : "TRUE";
            case ACCOUNTCONTROL -> AccountControl.of(value);
            case TEXT -> Boolean.toString(value);
        };
    }

    private Optional<String> fallback(List<String> templates, ObjectNode document) {
        for (String template : templates) {
            Optional<String> text = Template.fill(template, document).filter(filled -> !filled.isBlank());
            if (text.isPresent()) {
                return text.map(String::strip);
            }
        }
        return Optional.empty();
    }

    private void writeValues(AttributeMapping.Values values, ObjectNode document, Sheet sheet) {
        sheet.touch(values.name());
        for (JsonNode element : values.path().in(document).orElseGet(JsonNodeFactory.instance::arrayNode)) {
            JsonNode value = element.isObject() ? element.path("value") : element;
            if (value.isValueNode()) {
                sheet.putText(values.name(), value.asText());
            }
        }
    }

    private void writeTyped(AttributeMapping.Typed typed, ObjectNode document, Sheet sheet) {
        typed.names().forEach(sheet::touch);
        for (JsonNode element : typed.path().in(document).orElseGet(JsonNodeFactory.instance::arrayNode)) {
            if (element.path("type").asText().equalsIgnoreCase(typed.type())) {
                typed.parts().forEach((sub, name) -> {
                    JsonNode value = element.path(sub);
                    if (value.isValueNode()) {
                        sheet.putText(name, value.asText());
                    }
                });
            }
        }
    }

    /** Collects values: sets in the sense of LDAP, each with a value at the most once. */
    private final class Sheet {

        private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
        private final Set<String> inexact = new HashSet<>();

        private void touch(String name) {
            values.computeIfAbsent(name, ignored -> new LinkedHashMap<>());
        }

        private boolean putText(String name, String text) {
            AttributeSyntax syntax = AttributeSyntax.of(name, schema);
            if (!Exactness.isPlain(text)) {
                inexact.add(name);
            }
            if (!syntax.admits(text)) {
                inexact.add(name);
                return false;
            }
            put(name, syntax.encode(text));
            return true;
        }

        private void put(String name, String text) {
            values.computeIfAbsent(name, ignored -> new LinkedHashMap<>())
                    .putIfAbsent(Exactness.collisionKey(text), text);
        }

        private LdapValues values() {
            Map<String, List<String>> lists = new LinkedHashMap<>();
            values.forEach((name, texts) -> lists.put(name, limited(name, texts.values())));
            return new LdapValues(lists, inexact);
        }

        private List<String> limited(String name, Collection<String> texts) {
            AttributeTypeDefinition definition = schema.getAttributeType(name);
            if (definition != null && definition.isSingleValued() && texts.size() > 1) {
                inexact.add(name);
                return List.of(texts.iterator().next());
            }
            return List.copyOf(texts);
        }
    }
}
