package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.json.Excerpt;
import io.sluice.core.patch.PatchExpression.Kind;
import io.sluice.core.resource.ValueReader;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/** Binds operations whose path selects elements by a filter. */
final class SelectionBinder {

    private final ResourceType type;
    private final PlanBuilder plan;

    SelectionBinder(ResourceType type, PlanBuilder plan) {
        this.type = type;
        this.plan = plan;
    }

    void bind(Kind kind, PathExpression.ValuePath expression, JsonNode value) {
        PatchTarget.Selected target = target(expression);
        if (MemberBinder.isMembers(type, target.path())) {
            MemberBinder.selected(kind, target, value).forEach(plan::add);
        } else {
            Operations.of(
                            kind,
                            target,
                            kind == Kind.REMOVE ? Optional.empty() : value(target, expression.text(), value))
                    .ifPresent(plan::add);
        }
    }

    private PatchTarget.Selected target(PathExpression.ValuePath expression) {
        AttributePath path = PatchBinder.resolve(type, expression.attribute());
        if (path.subAttribute().isPresent() || !path.attribute().multiValued()) {
            throw ScimException.of(
                    ErrorKind.INVALID_PATH, "%s does not have many values to select from".formatted(path.text()));
        }
        Optional<Attribute> subAttribute = expression.subAttribute().map(name -> subAttribute(path, name));
        WholeBinder.checkWritable(new AttributePath(path.extension(), path.attribute(), subAttribute));
        return new PatchTarget.Selected(path, filter(expression.selection()), subAttribute);
    }

    private Filter filter(String selection) {
        Filter bound = FilterBinder.bind(FilterParser.parse(selection, FilterLimits.DEFAULT), type);
        return bound instanceof Filter.Elements elements ? elements.filter() : bound;
    }

    private static Attribute subAttribute(AttributePath path, String name) {
        return path.attribute()
                .subAttribute(name)
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.INVALID_PATH, "%s has no sub-attribute %s".formatted(path.text(), Excerpt.of(name))));
    }

    private static Optional<JsonNode> value(PatchTarget.Selected target, String text, JsonNode value) {
        if (target.subAttribute().isEmpty()) {
            return ValueReader.element(target.path().attribute(), text, value);
        }
        AttributePath path =
                new AttributePath(target.path().extension(), target.path().attribute(), target.subAttribute());
        return ValueReader.read(path.leaf(), text, WholeBinder.listed(path, value));
    }
}
