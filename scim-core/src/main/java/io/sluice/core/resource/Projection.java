package io.sluice.core.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which attributes of a resource an answer shows: {@code attributes} and {@code excludedAttributes} of the request (RFC 7644
 * section 3.9), and {@code returned} of the schema, which has the last word. Names are understood as in filters; unknown ones are
 * ignored. If both lists are given, the second takes away from the first.
 */
public final class Projection {

    private final Keep keep;
    private final Include include;
    private final boolean needsParsing;
    private final boolean wholeMembership;

    private Projection(Keep keep, Include include, boolean needsParsing, boolean wholeMembership) {
        this.keep = keep;
        this.include = include;
        this.needsParsing = needsParsing;
        this.wholeMembership = wholeMembership;
    }

    /**
     * @param attributes a list without names counts as none
     */
    public static Projection of(
            Optional<List<String>> attributes, Optional<List<String>> excludedAttributes, ResourceType type) {
        List<String> asked = attributes.orElse(List.of());
        List<String> excluded = excludedAttributes.orElse(List.of());
        if (asked.isEmpty() && excluded.isEmpty() && showsAllByDefault(type)) {
            return new Projection(new Keep.All(), new Include(type.isUser(), type.isGroup()), false, true);
        }
        boolean byDefault = asked.isEmpty();
        return of(
                ProjectionRule.ofType(type, byDefault, NameTree.of(asked, type), NameTree.of(excluded, type)),
                byDefault ? new Keep.All() : new Keep.None(),
                type);
    }

    /** The names in a query parameter, where commas separate them. */
    public static List<String> names(String commaSeparated) {
        List<String> names = new ArrayList<>();
        int start = 0;
        while (start <= commaSeparated.length()) {
            int comma = commaSeparated.indexOf(',', start);
            int end = comma < 0 ? commaSeparated.length() : comma;
            String name = commaSeparated.substring(start, end).strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
            start = end + 1;
        }
        return names;
    }

    private static Projection of(Map<String, Keep> keeps, Keep others, ResourceType type) {
        String derived = type.isUser() ? "groups" : "members";
        Keep membership = keeps.getOrDefault(derived, new Keep.None());
        boolean included = (type.isUser() || type.isGroup()) && !membership.equals(new Keep.None());
        boolean stored = keeps.entrySet().stream()
                .filter(entry -> !isBesideDocument(entry.getKey(), type))
                .allMatch(entry -> entry.getValue().equals(new Keep.All()));
        boolean needsParsing = !stored || membership instanceof Keep.Parts;
        return new Projection(
                new Keep.Parts(Map.copyOf(keeps), others),
                new Include(included && type.isUser(), included && type.isGroup()),
                needsParsing,
                membership.equals(new Keep.All()));
    }

    /** See {@link StoredResource#attributes}: to leave these out costs nothing. */
    private static boolean isBesideDocument(String name, ResourceType type) {
        return (type.isUser() && (name.equals("groups") || name.equals("password")))
                || (type.isGroup() && name.equals("members"));
    }

    /** Without allocation: this is asked for every request that names no attributes. */
    private static boolean showsAllByDefault(ResourceType type) {
        for (Attribute attribute : type.core().attributes()) {
            if (!isShown(attribute) && !isBesideDocument(attribute.name(), type)) {
                return false;
            }
        }
        for (ResourceType.Extension extension : type.extensions()) {
            for (Attribute attribute : extension.schema().attributes()) {
                if (!isShown(attribute)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isShown(Attribute attribute) {
        if (attribute.returned() == Returned.NEVER || attribute.returned() == Returned.REQUEST) {
            return false;
        }
        for (Attribute sub : attribute.subAttributes()) {
            if (!isShown(sub)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the document has to be parsed and {@link #apply} called. If not, the stored bytes with id, meta and what
     * {@link #include} names are the answer.
     */
    public boolean needsParsing() {
        return needsParsing;
    }

    /**
     * Whether the answer shows the attribute that these names lead to, if there is a value.
     *
     * @param names as the schema spells them, from the outside in; the URN of an extension is one
     */
    public boolean shows(String... names) {
        Keep shown = keep;
        for (String name : names) {
            if (shown instanceof Keep.Parts parts) {
                shown = parts.of(name);
            }
        }
        return !(shown instanceof Keep.None);
    }

    /** What derived from memberships the answer shows. */
    public Include include() {
        return include;
    }

    /** Whether groups or members, if there are any, are shown with all their parts, so that they need not go through {@link #apply}. */
    public boolean wholeMembership() {
        return wholeMembership;
    }

    /**
     * The part of a whole resource that is shown.
     *
     * @param resource names as the schemas spell them; not modified, but the result shares its values
     */
    public ObjectNode apply(ObjectNode resource) {
        return keep.apply(resource).map(ObjectNode.class::cast).orElseGet(JsonNodeFactory.instance::objectNode);
    }
}
