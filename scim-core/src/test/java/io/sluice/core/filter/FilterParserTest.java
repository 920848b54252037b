package io.sluice.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvFileSource(resources = "valid.csv", delimiter = '|', quoteCharacter = '`')
    void reads(String filter, @Nullable String canonical) {
        FilterExpression expression = parse(filter);

        assertThat(expression.text()).isEqualTo(canonical == null ? filter : canonical);
        assertThat(parse(expression.text())).isEqualTo(expression);
        assertThat(FilterParser.parse(filter, FilterSyntax.TOLERANT)).isEqualTo(new ParsedFilter(expression, Set.of()));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvFileSource(resources = "invalid.csv", delimiter = '|', quoteCharacter = '`')
    void refuses(String filter, String detail) {
        ScimError error = refusal(filter);

        assertThat(error.kind()).isEqualTo(ErrorKind.INVALID_FILTER);
        assertThat(error.detail()).contains(detail);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvFileSource(resources = "tolerated.csv", delimiter = '|', quoteCharacter = '`')
    void toleratesOnDemand(String filter, FilterTolerance tolerance, String standard) {
        ParsedFilter parsed = FilterParser.parse(filter, FilterSyntax.TOLERANT);

        assertThat(parsed.used()).containsExactly(tolerance);
        assertThat(parsed.expression().text()).isEqualTo(filter);
        assertThat(parsed.expression().standard()).isEqualTo(parse(standard));
        assertThat(refusal(filter).kind()).isEqualTo(ErrorKind.INVALID_FILTER);
    }

    @Test
    void andBindsCloserThanOr() {
        assertThat(parse("a pr or b pr and c pr"))
                .isEqualTo(new FilterExpression.Or(List.of(
                        new FilterExpression.Present("a"),
                        new FilterExpression.And(
                                List.of(new FilterExpression.Present("b"), new FilterExpression.Present("c"))))));
    }

    @Test
    void keepsNumbersExact() {
        assertThat(parse("a eq 1.50"))
                .isEqualTo(new FilterExpression.Comparison(
                        "a", Operator.EQ, new FilterValue.Numeric(new BigDecimal("1.50"))));
    }

    @Test
    void readsToTheDepthLimitAndNoFurther() {
        assertThat(parse(nested(20)).text()).isEqualTo("a pr");
        assertThat(refusal(nested(21)).detail()).contains("more than 20 deep");
    }

    @Test
    void countsBracketsAsDepth() {
        assertThat(parse("(".repeat(19) + "e[b pr]" + ")".repeat(19))).isNotNull();
        assertThat(refusal("(".repeat(20) + "e[b pr]" + ")".repeat(20)).detail())
                .contains("more than 20 deep");
    }

    @Test
    void readsToTheTermLimitAndNoFurther() {
        assertThat(parse("a pr" + " or a pr".repeat(63))).isNotNull();
        assertThat(refusal("a pr" + " or a pr".repeat(64)).detail()).contains("more than 64 terms");
    }

    @Test
    void readsToTheLengthLimitAndNoFurther() {
        String filter = "userName eq \"" + "x".repeat(4_096 - 14) + "\"";

        assertThat(parse(filter)).isNotNull();
        assertThat(refusal(filter + " ").detail()).contains("4097 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not (", "a[", "((a pr) and ", "not(not(", "a pr and (", "\\", "a pr or "})
    void hugeInputIsRefusedWithoutRecursion(String part) {
        FilterLimits generous = new FilterLimits(10_000_000, 20, 64);

        assertThat(refusal(part.repeat(10_000)).kind()).isEqualTo(ErrorKind.INVALID_FILTER);
        assertThat(catchThrowableOfType(ScimException.class, () -> FilterParser.parse(part.repeat(10_000), generous))
                        .error()
                        .kind())
                .isEqualTo(ErrorKind.INVALID_FILTER);
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "a pr" + ")".repeat(depth);
    }

    private static FilterExpression parse(String filter) {
        return FilterParser.parse(filter, FilterLimits.DEFAULT);
    }

    private static ScimError refusal(String filter) {
        return catchThrowableOfType(ScimException.class, () -> parse(filter)).error();
    }
}
