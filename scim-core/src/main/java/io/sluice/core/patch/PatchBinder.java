package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import java.util.List;

/**
 * Binds the operations of a PATCH to the schema: names resolved, values checked and normalised, operations on the resource, an
 * extension or a complex attribute split into one for each attribute that they set, members and password apart. A null or an
 * empty array in a replace becomes a remove, in an add nothing (RFC 7643 section 2.5).
 */
public final class PatchBinder {

    private PatchBinder() {}

    /**
     * @throws ScimException INVALID_PATH and INVALID_SYNTAX for unknown names, INVALID_VALUE for values that do not fit,
     *     INVALID_FILTER, MUTABILITY for readOnly attributes
     */
    public static PatchPlan bind(List<PatchExpression> expressions, ResourceType type) {
        PlanBuilder plan = new PlanBuilder();
        WholeBinder whole = new WholeBinder(type, plan);
        SelectionBinder selection = new SelectionBinder(type, plan);
        for (PatchExpression expression : expressions) {
            if (expression.path().isEmpty()) {
                whole.bindResource(expression.kind(), value(expression));
                continue;
            }
            switch (expression.path().get()) {
                case PathExpression.Name name ->
                    whole.bind(expression.kind(), resolve(type, name.name()), value(expression));
                case PathExpression.ValuePath path -> selection.bind(expression.kind(), path, value(expression));
            }
        }
        return plan.build();
    }

    static AttributePath resolve(ResourceType type, String name) {
        return AttributeResolver.resolve(type, name)
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.INVALID_PATH,
                        "The path %s names no attribute of a %s; attributes of an extension need its URN"
                                .formatted(Excerpt.of(name), type.name())));
    }

    private static JsonNode value(PatchExpression expression) {
        return expression.value().orElseGet(NullNode::getInstance);
    }
}
