package io.sluice.load.micro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.dialect.Dialect;
import io.sluice.core.dialect.Firings;
import io.sluice.core.json.StrictJson;
import io.sluice.core.patch.PatchApplier;
import io.sluice.core.patch.PatchBinder;
import io.sluice.core.patch.PatchOperation;
import io.sluice.core.patch.PatchParser;
import io.sluice.core.patch.PatchPlan;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Entra's update of four attributes, on users with more and more values of a multi-valued attribute. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PatchBenchmark {

    @Param({"0", "10", "100", "1000"})
    public int phoneNumbers;

    private final ObjectNode patch = StrictJson.parseObject(Buffer.buffer(Samples.PATCH));
    private final List<PatchOperation> operations = bound().operations();
    private ObjectNode document = StrictJson.parseObject(Buffer.buffer("{}"));

    @Setup
    public void fill() {
        ObjectNode user = StrictJson.parseObject(Buffer.buffer(Samples.DOCUMENT));
        user.remove(List.of("addresses", "roles", "meta"));
        ArrayNode values = user.putArray("phoneNumbers");
        for (int number = 0; number < phoneNumbers; number++) {
            values.addObject().put("value", "+1 555 " + number).put("type", "other");
        }
        document = user;
    }

    @Benchmark
    public ObjectNode apply() {
        return PatchApplier.apply(document, operations, Samples.USER);
    }

    @Benchmark
    public PatchPlan rewriteParseAndBind() {
        return bound();
    }

    /** As the gateway does it: Entra's spelling is made that of the RFC first. */
    private PatchPlan bound() {
        return PatchBinder.bind(
                PatchParser.parse(Dialect.TOLERANT.rewritePatch(patch, Samples.USER, new Firings())), Samples.USER);
    }
}
