package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import java.util.ArrayList;
import java.util.List;

/** An operation on an attribute or a sub-attribute, without a filter. */
final class AttributeEdit {

    private AttributeEdit() {}

    static void apply(PatchOperation operation, AttributePath path, ObjectNode document) {
        Slot slot = slot(path, document);
        if (path.subAttribute().isEmpty()) {
            slot.apply(operation);
        } else if (path.attribute().multiValued()) {
            inEveryElement(operation, Elements.of(slot), path.subAttribute().get());
        } else {
            new Slot(slot.object(), path.subAttribute().get()).apply(operation);
        }
    }

    /** Where the attribute stands in the document, its extension's object made if there is none. */
    static Slot slot(AttributePath path, ObjectNode document) {
        ObjectNode parent = path.extension().map(document::withObjectProperty).orElse(document);
        return new Slot(parent, path.attribute());
    }

    private static void inEveryElement(PatchOperation operation, Elements elements, Attribute subAttribute) {
        if (elements.array().isEmpty()) {
            elements.array().addObject();
        }
        List<JsonNode> touched = new ArrayList<>();
        for (JsonNode element : elements.array()) {
            new Slot((ObjectNode) element, subAttribute).apply(operation);
            touched.add(element);
        }
        elements.settlePrimary(touched);
    }
}
