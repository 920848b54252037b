package io.sluice.gateway.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Schema;
import io.sluice.core.schema.SchemaWriter;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.MediaTypes;
import java.util.List;

/** Serves the discovery endpoints (RFC 7644 section 4): they tell the truth for the tenant that asks. */
final class Discovery {

    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private final ProviderConfig provider;

    Discovery(ProviderConfig provider) {
        this.provider = provider;
    }

    Answer provider(ScimCall call) {
        refuseFilter(call);
        return document(provider.write(call.caller()));
    }

    Answer resourceTypes(ScimCall call) {
        refuseFilter(call);
        return list(call.caller().registry().resourceTypes().stream()
                .map(type -> write(call, type))
                .toList());
    }

    Answer resourceType(ScimCall call, String name) {
        refuseFilter(call);
        return call.caller()
                .registry()
                .resourceType(name)
                .map(type -> document(write(call, type)))
                .orElseThrow(() -> ScimException.of(ErrorKind.NOT_FOUND, "There is no such resource type."));
    }

    Answer schemas(ScimCall call) {
        refuseFilter(call);
        return list(call.caller().registry().schemas().stream()
                .map(schema -> write(call, schema))
                .toList());
    }

    Answer schema(ScimCall call, String urn) {
        refuseFilter(call);
        return call.caller()
                .registry()
                .schema(urn)
                .map(schema -> document(write(call, schema)))
                .orElseThrow(() -> ScimException.of(ErrorKind.NOT_FOUND, "There is no such schema."));
    }

    /** RFC 7644 section 4: a filter here must not be answered as if it had been applied. */
    private static void refuseFilter(ScimCall call) {
        if (call.parameters().contains("filter")) {
            throw ScimException.of(ErrorKind.FORBIDDEN, "Discovery endpoints cannot be filtered.");
        }
    }

    private static ObjectNode write(ScimCall call, ResourceType type) {
        return located(SchemaWriter.write(type), "ResourceType", call, "/ResourceTypes/" + type.name());
    }

    private static ObjectNode write(ScimCall call, Schema schema) {
        return located(SchemaWriter.write(schema), "Schema", call, "/Schemas/" + schema.id());
    }

    private static ObjectNode located(ObjectNode document, String type, ScimCall call, String path) {
        document.putObject("meta")
                .put("resourceType", type)
                .put("location", call.caller().locations().base() + path);
        return document;
    }

    private static Answer list(List<ObjectNode> resources) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("schemas").add(LIST);
        list.put("totalResults", resources.size())
                .put("itemsPerPage", resources.size())
                .put("startIndex", 1);
        ArrayNode array = list.putArray("Resources");
        resources.forEach(array::add);
        return document(list);
    }

    private static Answer document(ObjectNode document) {
        return Answer.bytes(200, MediaTypes.SCIM, StrictJson.write(document));
    }
}
