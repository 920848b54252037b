package io.sluice.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What tokens and OAuth clients have in common on the command line.
 *
 * @param collection as it stands in the path
 * @param noun as sentences name one
 */
record Credentials(String collection, String noun, Table table) {

    /** Of a credential that is to be made. */
    static ObjectNode wanted(String idp, Optional<String> name, Optional<Integer> days) {
        ObjectNode body = lifetime(days).put("idp", idp);
        name.ifPresent(text -> body.put("name", text));
        return body;
    }

    static ObjectNode lifetime(Optional<Integer> days) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        days.ifPresent(number -> body.put("expiresInDays", number));
        return body;
    }

    JsonNode make(AdminApi api, OfTenant tenant, ObjectNode wanted) {
        return api.send("POST", tenant.path(collection), Optional.of(wanted));
    }

    int list(AdminApi api, OfTenant tenant, Output output) {
        output.table(table, api.send("GET", tenant.path(collection), Optional.empty()));
        return 0;
    }

    int setState(AdminApi api, OfTenant tenant, Output output, String id, String state) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("state", state);
        JsonNode changed = api.send("PATCH", tenant.path(collection, id), Optional.of(body));
        output.say(changed, noun + " " + id + " is " + state + ".");
        return 0;
    }

    int remove(AdminApi api, OfTenant tenant, Output output, String id) {
        JsonNode nothing = api.send("DELETE", tenant.path(collection, id), Optional.empty());
        output.say(nothing, noun + " " + id + " is removed.");
        return 0;
    }
}
