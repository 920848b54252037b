package io.sluice.postgres.search;

import io.sluice.core.resource.Sort;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/**
 * The order of a list, as an expression on the row known as {@code r} whose values order as {@link Sort} says.
 *
 * @param expression null for a resource without a value
 * @param type the SQL type of the expression
 */
record SortSql(String expression, String type, boolean ascending) {

    static SortSql of(Sort sort, ResourceType resourceType) {
        return column(sort.path(), resourceType)
                .map(column -> new SortSql(column.expression, column.type, sort.ascending()))
                .orElseGet(() -> inDocument(sort, resourceType));
    }

    private record Column(String expression, String type) {}

    private static Optional<Column> column(AttributePath path, ResourceType resourceType) {
        if (path.extension().isPresent()) {
            return Optional.empty();
        }
        String name = path.attribute().name()
                + path.subAttribute().map(sub -> "." + sub.name()).orElse("");
        return switch (name) {
            case "id" -> Optional.of(new Column("r.id", "uuid"));
            case "userName" -> resourceType.isUser() ? Optional.of(new Column("r.name_key", "text")) : Optional.empty();
            case "displayName" -> Optional.of(new Column("r.display_key", "text"));
            case "meta.created" -> Optional.of(new Column("r.created", "timestamptz"));
            case "meta.lastModified" -> Optional.of(new Column("r.modified", "timestamptz"));
            default -> Optional.empty();
        };
    }

    private static SortSql inDocument(Sort sort, ResourceType resourceType) {
        AttributePath path = sort.path();
        String value = new JsonSource(resourceType).of(path);
        String single = path.attribute().multiValued() ? primaryOrFirst(value) : value;
        String leaf = JsonSource.leaf(single, path.subAttribute());
        return new SortSql(typed(leaf, path.leaf()), sqlType(path.leaf()), sort.ascending());
    }

    private static String primaryOrFirst(String list) {
        return "coalesce(jsonb_path_query_first(" + list + ", '$[*] ? (@.primary == true)'), " + list + " -> 0)";
    }

    private static String typed(String leaf, Attribute definition) {
        String kind = jsonKind(definition.type());
        String value = "(" + leaf + " #>> '{}')";
        String checked = "CASE WHEN jsonb_typeof(" + leaf + ") = '" + kind + "' THEN " + value + "::"
                + sqlType(definition) + " END";
        return "(" + checked + ")" + (kind.equals("string") ? " COLLATE \"C\"" : "");
    }

    private static String jsonKind(AttributeType type) {
        return switch (type) {
            case STRING, REFERENCE, BINARY -> "string";
            case BOOLEAN -> "boolean";
            case INTEGER, DECIMAL, DATE_TIME -> "number";
            // Has no order: an object is of no such kind, so every row has the same place.
            case COMPLEX -> "string";
        };
    }

    private static String sqlType(Attribute definition) {
        return switch (definition.type()) {
            case STRING, REFERENCE, BINARY, COMPLEX -> "text";
            case BOOLEAN -> "boolean";
            case INTEGER, DECIMAL, DATE_TIME -> "numeric";
        };
    }

    /** Absent values come last ascending and first descending, which is PostgreSQL's own order. */
    String orderBy() {
        return "(" + expression + ")" + (ascending ? " ASC" : " DESC") + ", r.id";
    }

    /** The condition for rows that come after a position. */
    String after(Optional<String> key, String id, Parameters parameters) {
        if (key.isEmpty()) {
            String sameNull = "((" + expression + ") IS NULL AND r.id > " + id + ")";
            return ascending ? sameNull : "(" + sameNull + " OR (" + expression + ") IS NOT NULL)";
        }
        String value = parameters.add(key.get()) + "::text::" + type;
        String beyond = "(" + expression + ") " + (ascending ? ">" : "<") + " " + value;
        String tied = "((" + expression + ") = " + value + " AND r.id > " + id + ")";
        String absent = ascending ? " OR (" + expression + ") IS NULL" : "";
        return "(" + beyond + " OR " + tied + absent + ")";
    }

    /** The value as text that {@link #after} takes. */
    String keyColumn() {
        return "(" + expression + ")::text";
    }
}
