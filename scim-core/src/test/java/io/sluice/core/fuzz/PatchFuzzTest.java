package io.sluice.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.dialect.Dialect;
import io.sluice.core.dialect.Firings;
import io.sluice.core.json.StrictJson;
import io.sluice.core.patch.PatchApplier;
import io.sluice.core.patch.PatchBinder;
import io.sluice.core.patch.PatchParser;
import io.sluice.core.patch.PatchPlan;
import io.sluice.core.resource.DraftReader;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.vertx.core.buffer.Buffer;

final class PatchFuzzTest {

    private static final ResourceType USER =
            SchemaRegistry.standard().resourceType(ResourceType.USER).orElseThrow();
    private static final String CURRENT = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ada","name":{"givenName":"Ada"},
             "emails":[{"value":"w@example.com","type":"work","primary":true},{"value":"h@example.com","type":"home"}]}""";

    @FuzzTest
    void anyPatchIsAppliedOrRefusedAndLeavesTheDocument(FuzzedDataProvider data) {
        Buffer sent = Buffer.buffer(data.consumeRemainingAsBytes());
        ObjectNode current = StrictJson.parseObject(Buffer.buffer(CURRENT));
        Refusals.attempt(
                () -> PatchApplier.apply(current, plan(StrictJson.parse(sent)).operations(), USER));
        assertThat(current).isEqualTo(StrictJson.parseObject(Buffer.buffer(CURRENT)));
    }

    @FuzzTest
    void anyResourceIsReadOrRefused(FuzzedDataProvider data) {
        Buffer sent = Buffer.buffer(data.consumeRemainingAsBytes());
        Refusals.attempt(() ->
                DraftReader.read(Dialect.TOLERANT.rewriteResource(StrictJson.parse(sent), USER, new Firings()), USER));
    }

    private static PatchPlan plan(JsonNode body) {
        JsonNode rewritten = Dialect.TOLERANT.rewritePatch(body, USER, new Firings());
        return PatchBinder.bind(PatchParser.parse(rewritten), USER);
    }
}
