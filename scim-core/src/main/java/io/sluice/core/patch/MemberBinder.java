package io.sluice.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.core.patch.PatchExpression.Kind;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.resource.Members;
import io.sluice.core.resource.ValueReader;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.ResourceType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns operations on a group's members into set operations, which never need the group to be read. */
final class MemberBinder {

    private static final String VALUE = "value";

    private MemberBinder() {}

    static boolean isMembers(ResourceType type, AttributePath path) {
        return type.isGroup()
                && path.extension().isEmpty()
                && path.attribute().name().equals(Members.NAME);
    }

    static Optional<MemberChange> whole(Kind kind, AttributePath path, JsonNode value) {
        if (path.subAttribute().isPresent()) {
            throw asWhole();
        }
        return switch (kind) {
            case ADD ->
                Optional.of(members(path, value))
                        .filter(members -> !members.isEmpty())
                        .map(MemberChange.Add::new);
            case REPLACE -> Optional.of(new MemberChange.ReplaceAll(members(path, value)));
            case REMOVE -> Optional.of(new MemberChange.ReplaceAll(List.of()));
        };
    }

    static List<MemberChange> selected(Kind kind, PatchTarget.Selected target, JsonNode value) {
        if (target.subAttribute().isPresent()) {
            throw asWhole();
        }
        return switch (kind) {
            case ADD -> List.of(new MemberChange.Add(List.of(described(target, value))));
            case REPLACE -> List.of(remove(target.filter()), new MemberChange.Add(members(target.path(), value)));
            case REMOVE -> List.of(remove(target.filter()));
        };
    }

    private static List<Member> members(AttributePath path, JsonNode value) {
        return ValueReader.read(path.attribute(), path.text(), WholeBinder.listed(path, value))
                .map(Members::of)
                .orElse(List.of());
    }

    /** Adding to {@code members[value eq "x"]} makes x a member. */
    private static Member described(PatchTarget.Selected target, JsonNode value) {
        ObjectNode element = Description.of(target.filter())
                .filter(description -> description.element().has(VALUE))
                .map(Description::element)
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.NO_TARGET, "To add members use the path members and a value with a list of them"));
        ValueReader.element(target.path().attribute(), target.path().text(), value)
                .map(ObjectNode.class::cast)
                .ifPresent(element::setAll);
        return Members.of(element.arrayNode().add(element)).getFirst();
    }

    private static MemberChange remove(Filter filter) {
        Set<String> ids = new HashSet<>();
        return namesIds(filter, ids) ? new MemberChange.Remove(ids) : new MemberChange.RemoveMatching(filter);
    }

    /** Whether the filter is nothing but {@code value eq} terms joined by {@code or}; collects what they name. */
    private static boolean namesIds(Filter filter, Set<String> ids) {
        if (filter instanceof Filter.Or or) {
            return or.terms().stream().allMatch(term -> namesIds(term, ids));
        }
        if (filter instanceof Filter.Comparison comparison
                && comparison.operator() == Operator.EQ
                && comparison.path().leaf().name().equals(VALUE)
                && comparison.literal() instanceof Literal.Text text) {
            ids.add(text.exact());
            return true;
        }
        return false;
    }

    private static ScimException asWhole() {
        return ScimException.of(
                ErrorKind.MUTABILITY, "Sub-attributes of members are immutable; add and remove members as a whole");
    }
}
