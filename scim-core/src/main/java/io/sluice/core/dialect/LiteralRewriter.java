package io.sluice.core.dialect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.dialect.FilterToken.Kind;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributeType;
import java.util.Locale;
import java.util.Optional;

/** Rewrites a literal of a filter that does not fit the type of the attribute it is compared with. */
final class LiteralRewriter {

    private final Tolerance tolerance;

    LiteralRewriter(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /** @param attribute empty when the name is unknown: then only missing quotes can be seen */
    FilterToken rewrite(Optional<Attribute> attribute, FilterToken literal) {
        AttributeType type = attribute.map(LiteralRewriter::compared).orElse(AttributeType.COMPLEX);
        return literal.kind() == Kind.STRING ? quoted(type, literal) : bare(type, literal);
    }

    /** A complex attribute is compared by its value (RFC 7644 section 3.4.2.2). */
    private static AttributeType compared(Attribute attribute) {
        return attribute.isComplex()
                ? attribute.subAttribute("value").map(Attribute::type).orElse(AttributeType.COMPLEX)
                : attribute.type();
    }

    private FilterToken quoted(AttributeType type, FilterToken literal) {
        String text = literal.text().replace("\"", "");
        return switch (type) {
            case BOOLEAN ->
                ScalarRewriter.asBoolean(text).isPresent() && tolerance.allows(DialectRule.STRING_BOOLEAN)
                        ? literal.withText(Kind.WORD, text.toLowerCase(Locale.ROOT))
                        : literal;
            case INTEGER, DECIMAL ->
                ScalarRewriter.asNumber(text).isPresent() && tolerance.allows(DialectRule.STRING_NUMBER)
                        ? literal.withText(Kind.WORD, text)
                        : literal;
            case STRING, DATE_TIME, BINARY, REFERENCE, COMPLEX -> literal;
        };
    }

    private FilterToken bare(AttributeType type, FilterToken literal) {
        String text = literal.text();
        if (text.equals("null")) {
            return literal;
        }
        return switch (type) {
            case BOOLEAN ->
                ScalarRewriter.asBoolean(text).isPresent()
                                && !isBoolean(text)
                                && tolerance.allows(DialectRule.STRING_BOOLEAN)
                        ? literal.withText(Kind.WORD, text.toLowerCase(Locale.ROOT))
                        : literal;
            case INTEGER, DECIMAL -> literal;
            case STRING, DATE_TIME, BINARY, REFERENCE -> withQuotes(literal);
            case COMPLEX ->
                isBoolean(text) || ScalarRewriter.asNumber(text).isPresent() ? literal : withQuotes(literal);
        };
    }

    private static boolean isBoolean(String text) {
        return text.equals("true") || text.equals("false");
    }

    /** Single quotes are a mistake that somebody wants to hear of: with them the value would be another. */
    private FilterToken withQuotes(FilterToken literal) {
        return !literal.text().startsWith("'") && tolerance.allows(DialectRule.UNQUOTED_VALUE)
                ? literal.withText(
                        Kind.STRING,
                        JsonNodeFactory.instance.textNode(literal.text()).toString())
                : literal;
    }
}
