package io.sluice.ldap.filter;

import com.unboundid.ldap.sdk.Filter;
import io.sluice.core.filter.Operator;
import io.sluice.ldap.mapping.AttributeMapping;

/** Comparisons of booleans, which every server makes exactly. */
final class BooleanTests {

    private static final String BITS_SET = "1.2.840.113556.1.4.803";
    private static final String ACCOUNT_DISABLED = "2";

    private BooleanTests() {}

    static Pushed compare(AttributeMapping.Single single, Operator operator, boolean literal) {
        return switch (operator) {
            case EQ -> new Pushed.Some(equal(single, literal), true);
            case NE -> new Pushed.Some(Filter.createNOTFilter(equal(single, literal)), true);
            case CO, SW, EW, GT, GE, LT, LE -> new Pushed.Everything();
        };
    }

    private static Filter equal(AttributeMapping.Single single, boolean literal) {
        String name = single.name();
        return switch (single.form()) {
            case BOOLEAN, TEXT -> Filter.createEqualityFilter(name, literal ? "TRUE" : "FALSE");
            case NOTBOOLEAN -> unless(literal, Filter.createEqualityFilter(name, "TRUE"));
            case ACCOUNTCONTROL ->
                unless(literal, Filter.createExtensibleMatchFilter(name, BITS_SET, false, ACCOUNT_DISABLED));
        };
    }

    private static Filter unless(boolean negated, Filter filter) {
        return negated ? Filter.createNOTFilter(filter) : filter;
    }
}
