package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.schema.Attribute;
import java.util.Map;

/**
 * A place in a document where the value of an attribute stands or can stand; the same at every level of nesting.
 *
 * @param parent the object that holds it
 */
record Slot(ObjectNode parent, Attribute attribute) {

    void apply(PatchOperation operation) {
        switch (operation) {
            case PatchOperation.Add add -> add(add.value());
            case PatchOperation.Replace replace -> replace(replace.value());
            case PatchOperation.Remove remove -> parent.remove(attribute.name());
        }
    }

    /** RFC 7644 section 3.5.2.1: a complex value is merged, values of a multi-valued attribute join those that exist. */
    void add(JsonNode value) {
        if (attribute.multiValued()) {
            Elements.of(this).addAll(value);
        } else if (value instanceof ObjectNode object) {
            fields(object, Slot::add);
        } else {
            set(value);
        }
    }

    /** RFC 7644 section 3.5.2.3: sub-attributes of a complex attribute that are not named stay as they are. */
    private void replace(JsonNode value) {
        if (!attribute.multiValued() && value instanceof ObjectNode object) {
            fields(object, Slot::replace);
        } else {
            set(value.deepCopy());
        }
    }

    /** A reference to what was the value before would be wrong: it goes, unless the operation brings a new one. */
    private void set(JsonNode value) {
        if (attribute.name().equals("value") && !value.equals(parent.get("value"))) {
            parent.remove("$ref");
        }
        parent.set(attribute.name(), value);
    }

    /** The object at this place, made if there is none. */
    ObjectNode object() {
        return parent.withObjectProperty(attribute.name());
    }

    /** The array at this place, made if there is none. */
    ArrayNode array() {
        return parent.withArrayProperty(attribute.name());
    }

    private void fields(ObjectNode value, Write write) {
        ObjectNode object = object();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            attribute
                    .subAttribute(field.getKey())
                    .ifPresent(sub -> write.write(new Slot(object, sub), field.getValue()));
        }
    }

    private interface Write {
        void write(Slot slot, JsonNode value);
    }
}
