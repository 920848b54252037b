package io.sluice.load.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.dialect.Dialect;
import io.sluice.core.dialect.Firings;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.Changes;
import io.sluice.core.resource.DraftReader;
import io.sluice.core.resource.ResourceDraft;
import io.sluice.gateway.demo.data.People;
import io.sluice.gateway.demo.data.Shape;
import io.sluice.postgres.audit.AuditChanges;
import io.sluice.postgres.document.StoredForm;
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

/** What Entra's POST of a user costs the gateway besides HTTP and the database, step by step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CreateBenchmark {

    private final Buffer body =
            Buffer.buffer(Shape.named("create-user").with(new People().person(1).values(0)));
    private final JsonNode parsed = StrictJson.parse(body);
    private final ResourceDraft draft = read();

    @Benchmark
    public JsonNode parse() {
        return StrictJson.parse(body);
    }

    @Benchmark
    public ResourceDraft rewriteAndRead() {
        return read();
    }

    @Benchmark
    public StoredForm storedForm() {
        return StoredForm.of(draft.attributes(), draft.type(), 1);
    }

    @Benchmark
    public String auditEvent() {
        return AuditChanges.toJson(
                Changes.between(JsonNodeFactory.instance.objectNode(), draft.attributes(), draft.type()));
    }

    private ResourceDraft read() {
        return DraftReader.read(Dialect.TOLERANT.rewriteResource(parsed, Samples.USER, new Firings()), Samples.USER);
    }
}
