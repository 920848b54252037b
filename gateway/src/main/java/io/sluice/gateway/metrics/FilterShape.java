package io.sluice.gateway.metrics;

import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Operator;
import io.sluice.core.schema.AttributePath;
import java.util.Locale;
import java.util.Optional;

/** What kind of filter a list was asked with: tells whether an index answers it, and never what was looked for. */
public enum FilterShape {
    NONE,
    EQ_USER_NAME,
    EQ_EXTERNAL_ID,
    EQ_DISPLAY_NAME,
    EQ_ID,
    EQ_EMAILS,
    EQ_MEMBERS,
    EQ_OTHER,
    MODIFIED,
    STARTS,
    CONTAINS,
    PRESENT,
    VALUE_PATH,
    AND,
    OR,
    NOT,
    OTHER;

    public static FilterShape of(Optional<Filter> filter) {
        return filter.map(FilterShape::of).orElse(NONE);
    }

    private static FilterShape of(Filter filter) {
        return switch (filter) {
            case Filter.And and -> AND;
            case Filter.Or or -> OR;
            case Filter.Not not -> NOT;
            case Filter.Present present -> PRESENT;
            case Filter.Elements elements -> VALUE_PATH;
            case Filter.Constant constant -> OTHER;
            case Filter.Comparison comparison -> comparison(comparison.path(), comparison.operator());
        };
    }

    private static FilterShape comparison(AttributePath path, Operator operator) {
        String name = path.text().toLowerCase(Locale.ROOT);
        if (name.contains("lastmodified")) {
            return MODIFIED;
        }
        return switch (operator) {
            case EQ -> equality(name);
            case SW -> STARTS;
            case CO, EW -> CONTAINS;
            case NE, GT, GE, LT, LE -> OTHER;
        };
    }

    private static FilterShape equality(String name) {
        return switch (name) {
            case "username" -> EQ_USER_NAME;
            case "externalid" -> EQ_EXTERNAL_ID;
            case "displayname" -> EQ_DISPLAY_NAME;
            case "id" -> EQ_ID;
            case "emails", "emails.value" -> EQ_EMAILS;
            case "members", "members.value" -> EQ_MEMBERS;
            default -> EQ_OTHER;
        };
    }

    /** As the label says it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
