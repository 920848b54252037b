package io.sluice.ldap.filter;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import io.sluice.core.filter.Operator;
import io.sluice.ldap.entry.Exactness;
import io.sluice.ldap.mapping.Names;
import java.util.Optional;

/**
 * Comparisons of texts. A pushed test selects at least what SCIM does: entries whose value the directory might compare in
 * another way are marked, and always selected.
 */
final class TextTests {

    private static final String IA5 = "1.3.6.1.4.1.1466.115.121.1.26";
    private static final String DIRECTORY_STRING = "1.3.6.1.4.1.1466.115.121.1.15";
    private static final String TELEPHONE = "1.3.6.1.4.1.1466.115.121.1.50";

    private final Schema schema;
    private final boolean marked;

    /**
     * @param marked whether entries are marked with the attributes that they do not carry exactly
     */
    TextTests(Schema schema, boolean marked) {
        this.schema = schema;
        this.marked = marked;
    }

    Pushed present(String name) {
        return some(name, Filter.createPresenceFilter(name));
    }

    Pushed compare(String name, Operator operator, String literal) {
        AttributeTypeDefinition type = schema.getAttributeType(name);
        if (type == null || !Exactness.isPlain(literal) || !isComparable(type, literal)) {
            return new Pushed.Everything();
        }
        return switch (operator) {
            case EQ ->
                type.getEqualityMatchingRule(schema) == null
                        ? new Pushed.Everything()
                        : some(name, Filter.createEqualityFilter(name, literal));
            case CO -> substring(type, name, Filter.createSubAnyFilter(name, literal));
            case SW -> substring(type, name, Filter.createSubInitialFilter(name, literal));
            case EW -> substring(type, name, Filter.createSubFinalFilter(name, literal));
            // Without an ordering rule a server answers nothing; and where there is one it need not be ours.
            case NE, GT, GE, LT, LE -> new Pushed.Everything();
        };
    }

    private Pushed substring(AttributeTypeDefinition type, String name, Filter filter) {
        return type.getSubstringMatchingRule(schema) == null ? new Pushed.Everything() : some(name, filter);
    }

    private boolean isComparable(AttributeTypeDefinition type, String literal) {
        String syntax = Optional.ofNullable(type.getBaseSyntaxOID(schema)).orElse("");
        return switch (syntax) {
            case DIRECTORY_STRING -> true;
            case IA5 -> literal.chars().allMatch(c -> c < 0x80);
            // Spaces and hyphens do not count there.
            case TELEPHONE -> literal.chars().anyMatch(Character::isLetterOrDigit);
            default -> false;
        };
    }

    private Pushed some(String name, Filter filter) {
        return new Pushed.Some(
                marked ? Filter.createORFilter(filter, Filter.createEqualityFilter(Names.INEXACT, name)) : filter,
                false);
    }
}
