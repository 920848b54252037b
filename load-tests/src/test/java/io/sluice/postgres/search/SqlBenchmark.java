package io.sluice.postgres.search;

import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.resource.Include;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A bound filter to SQL. In the package of what it measures, which nothing else needs to see. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SqlBenchmark {

    private static final ResourceType USER =
            SchemaRegistry.standard().resourceType("User").orElseThrow();

    private final SearchQuery match = query("userName eq \"anna.mueller.4711@contoso.example\"");
    private final SearchQuery probe = query("emails[type eq \"work\" and value ew \"@contoso.example\"] and "
            + "(active eq true or displayName sw \"Sales\")");

    private static SearchQuery query(String filter) {
        return new SearchQuery(
                USER,
                Optional.of(FilterBinder.bind(FilterParser.parse(filter, FilterLimits.DEFAULT), USER)),
                Optional.empty(),
                new Page.ByIndex(1, 100),
                Include.ALL);
    }

    @Benchmark
    public String compileMatch() {
        return new SearchStatement(1, match, 1_000).single(100);
    }

    @Benchmark
    public String compileLong() {
        return new SearchStatement(1, probe, 1_000).page(100);
    }
}
