package io.sluice.ldap.filter;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import io.sluice.core.filter.Operator;
import io.sluice.ldap.entry.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Comparisons of when an entry was made or changed; the server's times have a resolution of a second, ours of a millisecond. */
final class TimeTests {

    private final Schema schema;

    TimeTests(Schema schema) {
        this.schema = schema;
    }

    /**
     * @param server the server's own attribute
     * @param ours our attribute, or the same again when there is none
     */
    Pushed compare(String server, String ours, Operator operator, Instant literal) {
        if (!isOrdered(server) || !isOrdered(ours)) {
            return new Pushed.Everything();
        }
        return switch (operator) {
            case GT, GE -> new Pushed.Some(from(server, ours, literal), false);
            case LT, LE -> new Pushed.Some(to(server, ours, literal), false);
            case EQ ->
                new Pushed.Some(Filter.createANDFilter(from(server, ours, literal), to(server, ours, literal)), false);
            case NE, CO, SW, EW -> new Pushed.Everything();
        };
    }

    private static Filter from(String server, String ours, Instant literal) {
        List<Filter> either = new ArrayList<>();
        either.add(Filter.createGreaterOrEqualFilter(server, Timestamps.withSeconds(literal)));
        if (!ours.equals(server)) {
            either.add(Filter.createGreaterOrEqualFilter(ours, Timestamps.withMillis(literal)));
        }
        return Filter.createORFilter(either);
    }

    private static Filter to(String server, String ours, Instant literal) {
        List<Filter> either = new ArrayList<>();
        either.add(Filter.createLessOrEqualFilter(server, Timestamps.withSeconds(literal.plusSeconds(1))));
        if (!ours.equals(server)) {
            either.add(Filter.createLessOrEqualFilter(ours, Timestamps.withMillis(literal.plusMillis(1))));
        }
        return Filter.createORFilter(either);
    }

    private boolean isOrdered(String name) {
        AttributeTypeDefinition type = schema.getAttributeType(name);
        return type != null && type.getOrderingMatchingRule(schema) != null;
    }
}
