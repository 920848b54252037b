package io.sluice.core.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.StoredResource;
import io.vertx.core.buffer.Buffer;

/** JSON texts and documents. */
public final class Documents {

    private Documents() {}

    public static ObjectNode parse(String json) {
        return (ObjectNode) StrictJson.parse(Buffer.buffer(json));
    }

    /** The document of a stored resource: everything but id, meta, groups and members. */
    public static ObjectNode of(StoredResource resource) {
        return (ObjectNode) StrictJson.parse(resource.attributes());
    }
}
