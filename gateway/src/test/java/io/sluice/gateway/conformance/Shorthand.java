package io.sluice.gateway.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what most cases look like: a filter and whom it finds, a resource and what a PATCH or PUT makes of it. A case that looks
 * different lists its steps.
 */
final class Shorthand {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    private Shorthand() {}

    static String name(JsonNode script) {
        String written = script.path("name").asText();
        return written.isEmpty() ? script.path("filter").asText() : written;
    }

    static List<Step> steps(JsonNode script) {
        if (script.has("steps")) {
            return script.path("steps").valueStream().map(Step::new).toList();
        }
        if (Step.isStep(script)) {
            return List.of(new Step(script));
        }
        if (script.has("finds") || script.has("refused") && script.has("filter")) {
            return List.of(new Step(search(script)));
        }
        return change(script);
    }

    private static ObjectNode search(JsonNode script) {
        ObjectNode step = JSON.objectNode().put("GET", script.path("on").asText("/Users"));
        ObjectNode query = step.putObject("query");
        query.set("filter", script.path("filter"));
        if (script.has("refused")) {
            return step.put("status", 400)
                    .put("scimType", script.path("refused").asText());
        }
        query.put("attributes", "id");
        ArrayNode ids = JSON.arrayNode();
        script.path("finds").forEach(name -> ids.add("${" + name.asText() + "}"));
        ObjectNode expected = step.put("status", 200).putObject("json");
        expected.put("/totalResults", ids.size());
        expected.putObject("/Resources/*/id").set("$set", ids);
        return step;
    }

    /** A resource is made, changed, and looked at again; a refused change must have changed nothing. */
    private static List<Step> change(JsonNode script) {
        boolean group = script.has("group");
        String endpoint = group ? "/Groups" : "/Users";
        List<Step> steps = new ArrayList<>();
        ObjectNode start = resource(script.path(group ? "group" : "user"), group);
        ObjectNode made = JSON.objectNode().put("POST", endpoint).put("status", 201);
        made.set("body", start);
        made.putObject("keep").put("it", "/id").put("version", "/meta/version").put("modified", "/meta/lastModified");
        steps.add(new Step(made));

        ObjectNode write = written(script, endpoint + "/${it}", group);
        boolean refused = script.has("refused");
        int status = refused ? 400 : group && script.has("patch") ? 204 : 200;
        write.put("status", script.path("status").asInt(status));
        if (refused) {
            write.set("scimType", script.get("refused"));
        }
        if (script.has("headers")) {
            write.set("headers", script.get("headers"));
        }
        if (write.path("status").asInt() == 200) {
            write.set("json", script.path("json"));
        }
        steps.add(new Step(write));
        steps.add(new Step(looked(script, endpoint, write.path("status").asInt() >= 400)));
        return steps;
    }

    private static ObjectNode written(JsonNode script, String path, boolean group) {
        ObjectNode write = JSON.objectNode();
        if (script.has("put")) {
            write.put("PUT", path).set("body", resource(script.get("put"), group));
            return write;
        }
        ObjectNode body = write.put("PATCH", path).putObject("body");
        body.putArray("schemas").add(PATCH_OP);
        body.set("Operations", script.path("patch"));
        return write;
    }

    private static ObjectNode looked(JsonNode script, String endpoint, boolean refused) {
        ObjectNode look = JSON.objectNode().put("GET", endpoint + "/${it}").put("status", 200);
        ObjectNode expected = look.putObject("json");
        if (!refused) {
            expected.setAll((ObjectNode) script.path("json").deepCopy());
        }
        if (refused || script.path("unchanged").asBoolean()) {
            expected.put("/meta/version", "${version}").put("/meta/lastModified", "${modified}");
        }
        return look;
    }

    /** With the schemas and the name that every resource needs, unless it says otherwise. */
    private static ObjectNode resource(JsonNode wanted, boolean group) {
        ObjectNode resource = JSON.objectNode();
        ArrayNode schemas = resource.putArray("schemas").add(CORE + (group ? "Group" : "User"));
        wanted.propertyStream()
                .map(field -> field.getKey())
                .filter(name -> name.startsWith("urn:"))
                .forEach(schemas::add);
        resource.put(group ? "displayName" : "userName", "${unique}");
        wanted.properties().forEach(field -> resource.set(field.getKey(), field.getValue()));
        return resource;
    }
}
