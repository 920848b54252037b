package io.sluice.load.micro;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.control.Actor;
import io.sluice.core.control.TenantId;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.resource.Include;
import io.sluice.core.wire.Incoming;
import io.sluice.core.wire.RequestDecoder;
import io.sluice.core.wire.RequestEncoder;
import io.sluice.core.wire.TypesReceived;
import io.sluice.core.wire.TypesSent;
import io.sluice.core.wire.WireVersion;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

/** A search on its way to a backend in another process, whose receiver knows the schema already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {

    private final BackendRequest search = search();
    private final Instant deadline = search.context().deadline();
    private final RequestEncoder encoder = new RequestEncoder(new TypesSent());
    private final RequestDecoder decoder = new RequestDecoder(new TypesReceived());
    private final Buffer message = message();

    private static BackendRequest search() {
        SearchQuery query = new SearchQuery(
                Samples.USER,
                Optional.of(FilterBinder.bind(FilterParser.parse(Samples.MATCH, FilterLimits.DEFAULT), Samples.USER)),
                Optional.empty(),
                new Page.ByIndex(1, 100),
                Include.ALL);
        RequestContext context = new RequestContext(
                new TenantId("acme", 7),
                "request-1",
                UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
                new Actor("credential-1", "entra", "203.0.113.9"),
                Instant.parse("2026-01-01T00:00:00Z"));
        return new BackendRequest.Search(context, query);
    }

    /** The first message carries the definition of the type, which the decoder keeps. */
    private Buffer message() {
        decoder.decode(encoder.encode(search, WireVersion.NEWEST, deadline, known -> false));
        return encode();
    }

    @Benchmark
    public Buffer encode() {
        return encoder.encode(search, WireVersion.NEWEST, deadline, known -> true);
    }

    @Benchmark
    public Incoming decode() {
        return decoder.decode(message);
    }
}
