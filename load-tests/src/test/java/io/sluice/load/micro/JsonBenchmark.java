package io.sluice.load.micro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
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

/** The body of a creation, read strictly and written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JsonBenchmark {

    private final Buffer body = Buffer.buffer(Samples.DOCUMENT);
    private final ObjectNode document = StrictJson.parseObject(body);

    @Benchmark
    public ObjectNode read() {
        return StrictJson.parseObject(body);
    }

    @Benchmark
    public Buffer write() {
        return StrictJson.write(document);
    }
}
