package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.FilterEvaluator;
import java.util.ArrayList;
import java.util.List;

/** An operation on the elements of a multi-valued attribute that a filter selects. */
final class SelectionEdit {

    private final PatchOperation operation;
    private final PatchTarget.Selected target;
    private final Elements elements;

    private SelectionEdit(PatchOperation operation, PatchTarget.Selected target, Elements elements) {
        this.operation = operation;
        this.target = target;
        this.elements = elements;
    }

    static void apply(PatchOperation operation, PatchTarget.Selected target, ObjectNode document) {
        Elements elements = Elements.of(AttributeEdit.slot(target.path(), document));
        new SelectionEdit(operation, target, elements).apply();
    }

    private void apply() {
        List<Integer> selected = selected();
        if (selected.isEmpty() && !isRemove()) {
            elements.array().add(described());
            selected = List.of(elements.array().size() - 1);
        }
        List<JsonNode> touched = new ArrayList<>(selected.size());
        // From the end, so that removing an element does not move those still to come.
        for (int index : selected.reversed()) {
            edit(index);
            touched.add(elements.array().path(index));
        }
        if (!isRemove()) {
            elements.settlePrimary(touched);
        }
    }

    private boolean isRemove() {
        return operation instanceof PatchOperation.Remove;
    }

    private List<Integer> selected() {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < elements.array().size(); i++) {
            if (FilterEvaluator.matchesElement(target.filter(), elements.array().get(i))) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    /** The element that the filter asks for, when it can be made. */
    private ObjectNode described() {
        return Description.of(target.filter())
                .filter(description -> operation instanceof PatchOperation.Add || description.isLabel())
                .map(Description::element)
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.NO_TARGET,
                        "The filter selects no value of %s"
                                .formatted(target.path().text())));
    }

    private void edit(int index) {
        if (target.subAttribute().isPresent()) {
            ObjectNode element = (ObjectNode) elements.array().get(index);
            new Slot(element, target.subAttribute().get()).apply(operation);
            return;
        }
        switch (operation) {
            case PatchOperation.Add add -> elements.join(index, add.value());
            case PatchOperation.Replace replace -> elements.array().set(index, replacement(replace.value()));
            case PatchOperation.Remove remove -> elements.array().remove(index);
        }
    }

    private JsonNode replacement(JsonNode value) {
        JsonNode replacement = value.deepCopy();
        if (replacement instanceof ObjectNode object) {
            Description.of(target.filter()).ifPresent(description -> description.complete(object));
        }
        return replacement;
    }
}
