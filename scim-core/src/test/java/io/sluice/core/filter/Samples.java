package io.sluice.core.filter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaReader;
import io.sluice.core.schema.SchemaRegistry;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The resources and schemas that the tables of filters, projections and sort orders are about. */
public final class Samples {

    private static final String CUSTOM = """
            {"id": "urn:example:2.0:Custom", "attributes": [
              {"name": "badge", "caseExact": true},
              {"name": "floor", "type": "integer"},
              {"name": "weight", "type": "decimal"},
              {"name": "tags", "multiValued": true},
              {"name": "hired", "type": "dateTime"},
              {"name": "seal", "returned": "always"},
              {"name": "onRequest", "returned": "request"},
              {"name": "kept", "type": "complex", "subAttributes": [
                {"name": "key", "returned": "always"},
                {"name": "note"},
                {"name": "extra", "returned": "request"},
                {"name": "secret", "returned": "never"}]},
              {"name": "pin", "returned": "never"}]}
            """;

    private static final SchemaRegistry REGISTRY = SchemaRegistry.standard()
            .withExtension("User", SchemaReader.read(StrictJson.parse(Buffer.buffer(CUSTOM))), false);

    private Samples() {}

    /** User with an extension that has every data type and every way to be returned, or Group. */
    public static ResourceType type(String name) {
        return REGISTRY.resourceType(name).orElseThrow();
    }

    /** The document {@code user} or {@code group}. */
    public static ObjectNode document(String name) {
        try (InputStream stream = Samples.class.getResourceAsStream(name + ".json")) {
            return StrictJson.parseObject(
                    Buffer.buffer(Objects.requireNonNull(stream).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
