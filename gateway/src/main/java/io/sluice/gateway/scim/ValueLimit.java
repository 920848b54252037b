package io.sluice.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.patch.PatchOperation;
import io.sluice.core.patch.PatchPlan;
import io.sluice.core.patch.PatchTarget;
import io.sluice.core.resource.ResourceDraft;
import java.util.Map;

/**
 * How many values of one attribute a write may bring. Members of groups are no values of a document and have no limit but that of
 * the body.
 *
 * @param most of one attribute in one request
 */
record ValueLimit(int most) {

    /**
     * @throws ScimException INVALID_VALUE naming the attribute, how many values it has and how many it may have
     */
    ResourceDraft check(ResourceDraft draft) {
        checkObject("", draft.attributes());
        return draft;
    }

    /** As {@link #check(ResourceDraft)}, for each operation. */
    PatchPlan check(PatchPlan plan) {
        for (PatchOperation operation : plan.operations()) {
            switch (operation) {
                case PatchOperation.Add add -> check(path(add.target()), add.value());
                case PatchOperation.Replace replace -> check(path(replace.target()), replace.value());
                case PatchOperation.Remove remove -> {}
            }
        }
        return plan;
    }

    private void check(String path, JsonNode value) {
        if (value.isArray() && value.size() > most) {
            throw ScimException.of(
                    ErrorKind.INVALID_VALUE,
                    "%s has %d values; at most %d are accepted".formatted(path, value.size(), most));
        }
        if (value.isObject()) {
            checkObject(path + (path.indexOf(':') < 0 ? "." : ":"), value);
        } else {
            value.forEach(element -> check(path, element));
        }
    }

    private void checkObject(String prefix, JsonNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getValue().isContainerNode()) {
                check(prefix + field.getKey(), field.getValue());
            }
        }
    }

    private static String path(PatchTarget target) {
        return switch (target) {
            case PatchTarget.Whole whole -> whole.path().text();
            case PatchTarget.Selected selected -> selected.path().text();
        };
    }
}
