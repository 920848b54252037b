package io.sluice.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sluice.core.dialect.Dialect;
import io.sluice.core.dialect.Firings;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterExpression;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;

final class FilterFuzzTest {

    private static final ResourceType USER =
            SchemaRegistry.standard().resourceType(ResourceType.USER).orElseThrow();

    @FuzzTest
    void textOfAFilterIsTheFilter(FuzzedDataProvider data) {
        String sent = data.consumeRemainingAsString();
        Refusals.attempt(() -> FilterParser.parse(sent, FilterLimits.DEFAULT))
                .ifPresent(parsed -> assertThat(again(parsed)).isEqualTo(parsed));
    }

    @FuzzTest
    void anyTextIsBoundOrRefused(FuzzedDataProvider data) {
        String rewritten = Dialect.TOLERANT.rewriteFilter(data.consumeRemainingAsString(), USER, new Firings());
        Refusals.attempt(() -> FilterBinder.bind(FilterParser.parse(rewritten, FilterLimits.DEFAULT), USER));
    }

    private static FilterExpression again(FilterExpression parsed) {
        return FilterParser.parse(parsed.text(), new FilterLimits(100_000, 100, 100));
    }
}
