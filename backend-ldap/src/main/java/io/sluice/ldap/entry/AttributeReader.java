package io.sluice.ldap.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.schema.Schema;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.mapping.AttributeMapping;
import io.sluice.ldap.mapping.DocumentPath;
import io.sluice.ldap.mapping.TypeMapping;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes a document of what an entry's mapped attributes say. */
public final class AttributeReader {

    private final TypeMapping type;
    private final Schema schema;

    public AttributeReader(TypeMapping type, Schema schema) {
        this.type = type;
        this.schema = schema;
    }

    /** The DNs in the entry that stand for ids. */
    public List<String> references(Entry entry) {
        return type.attributes().stream()
                .filter(AttributeMapping.Reference.class::isInstance)
                .flatMap(reference -> reference.names().stream())
                .flatMap(name -> texts(entry, name).stream())
                .toList();
    }

    public ObjectNode read(Entry entry, ResourceType resourceType, Function<String, Optional<String>> ids) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode schemas = document.putArray("schemas").add(resourceType.core().id());
        for (AttributeMapping mapping : type.attributes()) {
            switch (mapping) {
                case AttributeMapping.Single single -> readSingle(single, entry, document);
                case AttributeMapping.Values values -> readValues(values, entry, document);
                case AttributeMapping.Typed typed -> readTyped(typed, entry, document);
                case AttributeMapping.Reference reference ->
                    texts(entry, reference.name()).stream()
                            .map(ids)
                            .flatMap(Optional::stream)
                            .findFirst()
                            .ifPresent(id -> reference.path().set(document, TextNode.valueOf(id)));
            }
        }
        resourceType.extensions().stream()
                .map(extension -> extension.schema().id())
                .filter(document::has)
                .forEach(schemas::add);
        return document;
    }

    private void readSingle(AttributeMapping.Single single, Entry entry, ObjectNode document) {
        texts(entry, single.name()).stream()
                .findFirst()
                .ifPresent(text -> single.path().set(document, node(single, text)));
    }

    private JsonNode node(AttributeMapping.Single single, String text) {
        return switch (single.form()) {
            case TEXT -> TextNode.valueOf(text);
            case BOOLEAN -> BooleanNode.valueOf(text.equalsIgnoreCase("TRUE"));
            case NOTBOOLEAN -> BooleanNode.valueOf(!text.equalsIgnoreCase("TRUE"));
            case ACCOUNTCONTROL -> BooleanNode.valueOf(AccountControl.isActive(text));
        };
    }

    private void readValues(AttributeMapping.Values values, Entry entry, ObjectNode document) {
        texts(entry, values.name()).forEach(text -> {
            ObjectNode element = elements(values.path(), document).addObject().put("value", text);
            if (elements(values.path(), document).size() == 1) {
                element.put("primary", true);
            }
        });
    }

    private void readTyped(AttributeMapping.Typed typed, Entry entry, ObjectNode document) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        typed.parts().forEach((sub, name) -> {
            List<String> texts = texts(entry, name);
            if (sub.equals("value")) {
                texts.forEach(text -> elements(typed.path(), document)
                        .addObject()
                        .put("value", text)
                        .put("type", typed.type()));
            } else {
                texts.stream().findFirst().ifPresent(text -> element.put(sub, text));
            }
        });
        if (!element.isEmpty()) {
            elements(typed.path(), document).add(element.put("type", typed.type()));
        }
    }

    private static ArrayNode elements(DocumentPath path, ObjectNode document) {
        if (path.in(document).orElse(null) instanceof ArrayNode array) {
            return array;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        path.set(document, array);
        return array;
    }

    private List<String> texts(Entry entry, String name) {
        String[] values = entry.getAttributeValues(name);
        if (values == null) {
            return List.of();
        }
        AttributeSyntax syntax = AttributeSyntax.of(name, schema);
        return Arrays.stream(values).map(syntax::decode).toList();
    }
}
