package io.sluice.postgres.search;

import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Operator;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.ResourceType;
import java.util.List;

/** How many resources a filter can select, as far as its indexed equalities tell. */
enum Reach {
    /** One at most. */
    ONE,
    /** Those that an index leads to. */
    SOME,
    /** Any number. */
    ANY;

    static Reach of(Filter filter, ResourceType type) {
        return switch (filter) {
            case Filter.And and -> narrowest(and.terms(), type);
            case Filter.Or or -> or.terms().stream().allMatch(term -> of(term, type) != ANY) ? SOME : ANY;
            case Filter.Comparison comparison -> of(comparison, type);
            case Filter.Elements elements -> of(elements, type);
            case Filter.Constant constant -> constant.value() ? ANY : ONE;
            case Filter.Not not -> ANY;
            case Filter.Present present -> ANY;
        };
    }

    private static Reach narrowest(List<Filter> terms, ResourceType type) {
        Reach narrowest = ANY;
        for (Filter term : terms) {
            Reach reach = of(term, type);
            narrowest = reach.compareTo(narrowest) < 0 ? reach : narrowest;
        }
        return narrowest;
    }

    private static Reach of(Filter.Comparison comparison, ResourceType type) {
        if (comparison.path().extension().isPresent() || comparison.operator() != Operator.EQ) {
            return ANY;
        }
        return switch (IndexedTests.name(comparison.path())) {
            case "id" -> ONE;
            case "userName" -> type.isUser() ? ONE : ANY;
            case "externalId", "displayName", "emails.value" -> SOME;
            case "members.value" -> type.isGroup() ? SOME : ANY;
            case "groups.value" -> type.isUser() ? SOME : ANY;
            default -> ANY;
        };
    }

    private static Reach of(Filter.Elements elements, ResourceType type) {
        boolean indexed = isEmails(elements.path())
                || (type.isGroup() && elements.path().attribute().name().equals("members"));
        return indexed && IndexedTests.valueTerm(elements).isPresent() ? SOME : ANY;
    }

    /** Whether a test of the index over e-mails is part of the filter. */
    static boolean asksForEmails(Filter filter) {
        return switch (filter) {
            case Filter.And and -> and.terms().stream().anyMatch(Reach::asksForEmails);
            case Filter.Or or -> or.terms().stream().anyMatch(Reach::asksForEmails);
            case Filter.Not not -> asksForEmails(not.term());
            case Filter.Comparison comparison -> isEmails(comparison.path());
            case Filter.Elements elements -> isEmails(elements.path());
            case Filter.Present present -> false;
            case Filter.Constant constant -> false;
        };
    }

    private static boolean isEmails(AttributePath path) {
        return path.extension().isEmpty() && path.attribute().name().equals("emails");
    }
}
