package io.sluice.load.scenario;

import io.sluice.gateway.demo.data.Person;
import io.sluice.gateway.demo.data.Shape;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Bodies and paths that several scenarios send. */
final class Requests {

    static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

    private Requests() {}

    static String find(String endpoint, String filter) {
        return endpoint + "?filter=" + encoded(filter);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String userNameIs(Person person) {
        return "userName eq " + quoted(person.userName());
    }

    /** The recorded body of that name with the values of a person. */
    static String shaped(Shape shape, Person person, int cycle) {
        return shape.with(person.values(cycle));
    }

    /** Entra's way to add or remove members: upper case, {@code $ref} null, several in one operation. */
    static String memberPatch(String op, List<String> ids) {
        JsonArray values = new JsonArray();
        ids.forEach(id -> values.add(new JsonObject().putNull("$ref").put("value", id)));
        return patch(new JsonObject().put("op", op).put("path", "members").put("value", values));
    }

    static String patch(JsonObject operation) {
        return new JsonObject()
                .put("schemas", new JsonArray().add(PATCH_OP))
                .put("Operations", new JsonArray().add(operation))
                .encode();
    }

    static String createGroup(Shape shape, Population population, int group) {
        return shape.with(
                Map.of("externalId", population.groupExternalId(group), "displayName", population.groupName(group)));
    }
}
