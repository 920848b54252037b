package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sluice.core.filter.CaseFolding;
import io.sluice.core.filter.ComparisonForm;
import io.sluice.core.schema.AttributePath;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a resource is sorted by (RFC 7644 section 3.4.2.3, see {@link Sort}).
 *
 * @param form of the attribute's value; of a multi-valued attribute that of the primary or else the first value
 * @param id decides between equals
 */
public record SortKey(Optional<ComparisonForm> form, String id) {

    private static final Comparator<SortKey> ASCENDING = Comparator.comparing(
            key -> key.form,
            Comparator.comparing(form -> form.orElse(null), Comparator.nullsLast(Comparator.naturalOrder())));
    private static final Comparator<SortKey> BY_ID = Comparator.comparing(SortKey::id, CaseFolding.CODE_POINT_ORDER);

    public static SortKey of(Sort sort, ResourceView resource) {
        AttributePath path = sort.path();
        JsonNode value = preferred(resource.attribute(path));
        if (path.subAttribute().isPresent()) {
            value = preferred(value.path(path.subAttribute().get().name()));
        }
        return new SortKey(ComparisonForm.of(path.leaf(), value), resource.id());
    }

    /** Without a value last ascending and first descending; equals by id ascending. */
    public static Comparator<SortKey> comparator(boolean ascending) {
        return (ascending ? ASCENDING : ASCENDING.reversed()).thenComparing(BY_ID);
    }

    private static JsonNode preferred(JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        for (JsonNode element : value) {
            if (element.path("primary").asBoolean(false)) {
                return element;
            }
        }
        return value.isEmpty() ? MissingNode.getInstance() : value.get(0);
    }
}
