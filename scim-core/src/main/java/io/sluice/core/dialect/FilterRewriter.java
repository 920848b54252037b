package io.sluice.core.dialect;

import io.sluice.core.dialect.FilterToken.Kind;
import io.sluice.core.patch.PathParser;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites the text of a filter, or of a path with one, piece by piece: names without their URN, literals that do not fit, and
 * a sub-attribute after the brackets. One pass, no recursion.
 */
final class FilterRewriter {

    private final Tolerance tolerance;
    private final LiteralRewriter literals;
    private final List<FilterToken> rewritten = new ArrayList<>();
    private Optional<Attribute> container = Optional.empty();
    private boolean inside;
    private int opened;

    FilterRewriter(Tolerance tolerance) {
        this.tolerance = tolerance;
        this.literals = new LiteralRewriter(tolerance);
    }

    String rewrite(String filter) {
        if (filter.length() > PathParser.MAX_LENGTH) {
            return filter;
        }
        List<FilterToken> tokens = FilterToken.split(filter);
        int next = 0;
        while (next < tokens.size()) {
            next += step(tokens.subList(next, tokens.size()));
        }
        return rewritten.equals(tokens) ? filter : FilterToken.join(rewritten);
    }

    /** Rewrites what stands first and says how many pieces that were. */
    private int step(List<FilterToken> rest) {
        FilterToken first = rest.getFirst();
        if (first.kind() == Kind.CLOSE) {
            return close(rest);
        }
        if (first.kind() == Kind.WORD && rest.size() > 1) {
            if (rest.get(1).kind() == Kind.OPEN) {
                return open(rest);
            }
            if (isComparison(rest, 0)) {
                return comparison(rest);
            }
            if (rest.get(1).isPresence()) {
                rewritten.add(name(first));
                rewritten.add(rest.get(1));
                return 2;
            }
        }
        rewritten.add(first);
        return 1;
    }

    private static boolean isComparison(List<FilterToken> tokens, int name) {
        return tokens.size() > name + 2
                && tokens.get(name + 1).isOperator()
                && tokens.get(name + 2).isLiteral();
    }

    private int comparison(List<FilterToken> rest) {
        FilterToken name = name(rest.getFirst());
        rewritten.add(name);
        rewritten.add(rest.get(1));
        rewritten.add(literals.rewrite(definition(name.text()), rest.get(2)));
        return 3;
    }

    private int open(List<FilterToken> rest) {
        FilterToken name = name(rest.getFirst());
        container = definition(name.text());
        inside = true;
        rewritten.add(name);
        rewritten.add(rest.get(1));
        opened = rewritten.size();
        return 2;
    }

    private int close(List<FilterToken> rest) {
        boolean more = rest.size() > 2
                && rest.get(1).text().startsWith(".")
                && !rest.get(1).spaced();
        boolean comparison = more && isComparison(rest, 1);
        boolean presence = more && rest.get(2).isPresence();
        int taken = 1;
        if ((comparison || presence) && tolerance.allows(DialectRule.SUB_ATTRIBUTE_AFTER_FILTER)) {
            FilterToken name = new FilterToken(Kind.WORD, rest.get(1).text().substring(1), true);
            rewritten.add(opened, new FilterToken(Kind.PARENTHESIS, "(", false));
            rewritten.add(new FilterToken(Kind.PARENTHESIS, ")", false));
            rewritten.add(new FilterToken(Kind.WORD, "and", true));
            rewritten.add(name);
            rewritten.add(rest.get(2));
            if (comparison) {
                rewritten.add(literals.rewrite(definition(name.text()), rest.get(3)));
            }
            taken = comparison ? 4 : 3;
        }
        rewritten.add(rest.getFirst());
        inside = false;
        return taken;
    }

    private FilterToken name(FilterToken name) {
        return inside ? name : name.withText(Kind.WORD, PathTarget.qualified(name.text(), tolerance));
    }

    private Optional<Attribute> definition(String name) {
        return inside
                ? container.flatMap(attribute -> attribute.subAttribute(name))
                : AttributeResolver.resolve(tolerance.type(), name).map(AttributePath::leaf);
    }
}
