package io.sluice.core.filter;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.JsonNumbers;
import io.sluice.core.schema.AttributeNames;
import io.sluice.core.schema.Spelling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Parses filters by the grammar of RFC 7644 section 3.4.2.2 (figure 1): one pass from left to right, recursion no deeper than
 * the limit, no regular expressions. "and" binds closer than "or"; keywords and operators are read in any case.
 *
 * <p>A parser reads one filter. What it cannot read is a {@link ScimException} with INVALID_FILTER, the position and what was
 * expected there.
 */
public final class FilterParser {

    private final FilterScanner scanner;
    private final FilterSyntax syntax;
    private Set<FilterTolerance> used = Set.of();
    private int depth;
    private int terms;
    private boolean inBrackets;

    private FilterParser(String text, FilterSyntax syntax) {
        this.scanner = new FilterScanner(text);
        this.syntax = syntax;
    }

    /**
     * Parses by the RFC's grammar exactly.
     *
     * @throws ScimException INVALID_FILTER
     */
    public static FilterExpression parse(String text, FilterLimits limits) {
        return parse(text, new FilterSyntax(limits, Set.of())).expression();
    }

    /**
     * Parses, and tells which tolerances the filter needed.
     *
     * @throws ScimException INVALID_FILTER
     */
    public static ParsedFilter parse(String text, FilterSyntax syntax) {
        int maxLength = syntax.limits().maxLength();
        if (text.length() > maxLength) {
            throw ScimException.of(
                    ErrorKind.INVALID_FILTER,
                    "The filter has " + text.length() + " characters; at most " + maxLength + " are read.");
        }
        FilterParser parser = new FilterParser(text, syntax);
        return new ParsedFilter(parser.whole(), parser.used);
    }

    private FilterExpression whole() {
        scanner.takeSpaces();
        if (scanner.atEnd()) {
            throw scanner.wrong("it is empty; a filter such as userName eq \"ada@example.com\" was expected");
        }
        FilterExpression expression = or();
        scanner.takeSpaces();
        if (!scanner.atEnd()) {
            throw scanner.expected("\"and\", \"or\" or the end");
        }
        return expression;
    }

    private FilterExpression or() {
        FilterExpression first = and();
        return scanner.takeBetweenSpaces("or") ? new FilterExpression.Or(terms(first, "or", this::and)) : first;
    }

    private FilterExpression and() {
        FilterExpression first = term();
        return scanner.takeBetweenSpaces("and") ? new FilterExpression.And(terms(first, "and", this::term)) : first;
    }

    private List<FilterExpression> terms(FilterExpression first, String word, Supplier<FilterExpression> next) {
        List<FilterExpression> terms = new ArrayList<>(4);
        terms.add(first);
        do {
            terms.add(next.get());
        } while (scanner.takeBetweenSpaces(word));
        return terms;
    }

    private FilterExpression term() {
        if (scanner.isAt('(')) {
            return nested('(', ')');
        }
        if (scanner.takeBefore("not", '(')) {
            return new FilterExpression.Not(nested('(', ')'));
        }
        String attribute = attribute();
        return scanner.isAt('[') ? valuePath(attribute) : test(attribute);
    }

    private FilterExpression nested(char open, char close) {
        if (++depth > syntax.limits().maxDepth()) {
            throw scanner.wrong("parentheses and brackets are nested more than "
                    + syntax.limits().maxDepth() + " deep");
        }
        scanner.take(open);
        scanner.takeSpaces();
        FilterExpression expression = or();
        scanner.takeSpaces();
        if (!scanner.take(close)) {
            throw scanner.expected("\"and\", \"or\" or \"" + close + "\"");
        }
        depth--;
        return expression;
    }

    private String attribute() {
        int start = scanner.position();
        String name = scanner.word();
        if (!AttributeNames.isPath(name)) {
            throw scanner.expectedAt(start, "the name of an attribute");
        }
        return name;
    }

    private FilterExpression valuePath(String attribute) {
        if (inBrackets) {
            throw scanner.wrong("a filter between brackets has no brackets of its own");
        }
        inBrackets = true;
        FilterExpression.ValuePath path = new FilterExpression.ValuePath(attribute, nested('[', ']'));
        inBrackets = false;
        if (!scanner.isAt('.')) {
            return path;
        }
        tolerate(
                FilterTolerance.SUB_ATTRIBUTE_AFTER_BRACKETS,
                "nothing may follow the bracket; put the condition between the brackets");
        scanner.take('.');
        return new FilterExpression.ValuePathTerm(path, test(attribute()));
    }

    private FilterExpression test(String attribute) {
        if (++terms > syntax.limits().maxTerms()) {
            throw scanner.wrong("it has more than " + syntax.limits().maxTerms() + " terms");
        }
        if (!scanner.takeSpaces()) {
            throw scanner.expected("a space and an operator after " + attribute);
        }
        int start = scanner.position();
        String word = scanner.word();
        if (Spelling.isSame(word, "pr")) {
            return new FilterExpression.Present(attribute);
        }
        Operator operator = Operator.of(word)
                .orElseThrow(() -> scanner.expectedAt(start, "an operator (eq, ne, co, sw, ew, pr, gt, ge, lt, le)"));
        if (!scanner.takeSpaces()) {
            throw scanner.expected("a space and a value after " + operator.keyword());
        }
        return new FilterExpression.Comparison(attribute, operator, value());
    }

    private FilterValue value() {
        if (scanner.isAt('"')) {
            return new FilterValue.Text(scanner.string());
        }
        int start = scanner.position();
        String word = scanner.word();
        if (Spelling.isSame(word, "true") || Spelling.isSame(word, "false")) {
            return new FilterValue.Bool(Spelling.isSame(word, "true"));
        }
        if (Spelling.isSame(word, "null")) {
            return new FilterValue.Null();
        }
        Optional<BigDecimal> number = JsonNumbers.read(word);
        return number.isPresent() ? new FilterValue.Numeric(number.get()) : unquoted(word, start);
    }

    private FilterValue unquoted(String word, int start) {
        if (word.isEmpty() || !syntax.tolerated().contains(FilterTolerance.UNQUOTED_VALUE)) {
            throw scanner.expectedAt(start, "a value: a string in double quotes, a number, true, false or null");
        }
        tolerate(FilterTolerance.UNQUOTED_VALUE, "");
        return new FilterValue.Unquoted(word);
    }

    private void tolerate(FilterTolerance tolerance, String otherwise) {
        if (!syntax.tolerated().contains(tolerance)) {
            throw scanner.wrong(otherwise);
        }
        used = used.isEmpty() ? EnumSet.of(tolerance) : used;
        used.add(tolerance);
    }
}
