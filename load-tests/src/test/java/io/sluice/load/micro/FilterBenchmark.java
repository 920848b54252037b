package io.sluice.load.micro;

import io.sluice.core.filter.Filter;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterExpression;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.patch.PathExpression;
import io.sluice.core.patch.PathParser;
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

/** Filters and paths: text to tree, tree to schema. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FilterBenchmark {

    private final FilterExpression parsed = FilterParser.parse(Samples.PROBE, FilterLimits.DEFAULT);

    @Benchmark
    public FilterExpression parseMatch() {
        return FilterParser.parse(Samples.MATCH, FilterLimits.DEFAULT);
    }

    @Benchmark
    public FilterExpression parseLong() {
        return FilterParser.parse(Samples.PROBE, FilterLimits.DEFAULT);
    }

    @Benchmark
    public Filter bindLong() {
        return FilterBinder.bind(parsed, Samples.USER);
    }

    @Benchmark
    public PathExpression parsePath() {
        return PathParser.parse("addresses[type eq \"work\"].locality");
    }
}
