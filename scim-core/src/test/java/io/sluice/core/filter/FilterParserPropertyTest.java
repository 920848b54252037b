package io.sluice.core.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Texts;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilterParserPropertyTest {

    private static final FilterLimits GENEROUS = new FilterLimits(1_000_000, 100, 10_000);

    @Property(tries = 2_000)
    void theTextOfAnExpressionParsesToTheSameExpression(@ForAll("expressions") FilterExpression expression) {
        assertThat(FilterParser.parse(expression.text(), GENEROUS)).isEqualTo(expression);
    }

    @Property(tries = 5_000)
    void anyWordsAreReadOrRefused(@ForAll("words") String filter) {
        readOrRefuse(filter);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String filter) {
        readOrRefuse(filter);
    }

    @Property
    void anyTextBetweenQuotesIsReadOrRefused(@ForAll String text) {
        readOrRefuse("userName eq \"" + text + "\"");
    }

    private static void readOrRefuse(String filter) {
        try {
            ParsedFilter parsed = FilterParser.parse(filter, FilterSyntax.TOLERANT);
            FilterExpression standard = parsed.expression().standard();
            assertThat(FilterParser.parse(standard.text(), GENEROUS)).isEqualTo(standard);
        } catch (ScimException e) {
            assertThat(e.error().kind()).isEqualTo(ErrorKind.INVALID_FILTER);
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "(",
                        ")",
                        "[",
                        "]",
                        " ",
                        " ",
                        " and ",
                        " or ",
                        "not ",
                        "not (",
                        "userName",
                        "emails[",
                        "type",
                        " eq ",
                        " pr",
                        "\"x\"",
                        "\"",
                        "\\u0041",
                        "\\",
                        "true",
                        "null",
                        "1",
                        "-",
                        ".",
                        "].value",
                        "urn:a:b:c",
                        "é")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<FilterExpression> expressions() {
        return nested(term(true), 3);
    }

    private Arbitrary<FilterExpression> nested(Arbitrary<FilterExpression> term, int depth) {
        if (depth == 0) {
            return term;
        }
        Arbitrary<FilterExpression> inner = nested(term, depth - 1);
        return Arbitraries.oneOf(
                term,
                inner.list().ofMinSize(2).ofMaxSize(3).map(FilterExpression.And::new),
                inner.list().ofMinSize(2).ofMaxSize(3).map(FilterExpression.Or::new),
                inner.map(FilterExpression.Not::new));
    }

    private Arbitrary<FilterExpression> term(boolean withPath) {
        Arbitrary<FilterExpression> present = names().map(FilterExpression.Present::new);
        Arbitrary<FilterExpression> comparison = Combinators.combine(names(), Arbitraries.of(Operator.class), values())
                .as(FilterExpression.Comparison::new);
        return withPath
                ? Arbitraries.oneOf(
                        present,
                        comparison,
                        Combinators.combine(names(), nested(term(false), 2)).as(FilterExpression.ValuePath::new))
                : Arbitraries.oneOf(present, comparison);
    }

    private Arbitrary<String> names() {
        return Arbitraries.of(
                "userName",
                "name.givenName",
                "$ref",
                "members.$ref",
                "not",
                "and",
                "pr",
                "eq",
                "a-b_1",
                "urn:x:2.0:User:a.b");
    }

    private Arbitrary<FilterValue> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).filter(Texts::isStorable).map(FilterValue.Text::new),
                Arbitraries.of("0", "-1.50", "3E+2", "12345678901234567890")
                        .map(n -> new FilterValue.Numeric(new BigDecimal(n))),
                Arbitraries.of(true, false).map(FilterValue.Bool::new),
                Arbitraries.just(new FilterValue.Null()));
    }
}
