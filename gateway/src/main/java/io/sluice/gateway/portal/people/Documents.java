package io.sluice.gateway.portal.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.StoredResource;

/** Reads what lists and details show out of stored resources. */
final class Documents {

    private static final ObjectWriter INDENTED = new ObjectMapper().writerWithDefaultPrettyPrinter();
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private Documents() {}

    static UserRow user(StoredResource resource) {
        ObjectNode document = StrictJson.parseObject(resource.attributes());
        return new UserRow(
                resource.id(),
                text(document, "userName"),
                text(document, "displayName"),
                email(document),
                text(document, "externalId"),
                document.path("active").asBoolean(true),
                resource.lastModified());
    }

    static UserView.Details details(StoredResource resource) {
        ObjectNode document = StrictJson.parseObject(resource.attributes());
        return new UserView.Details(
                document.path("name").path("givenName").asText(""),
                document.path("name").path("familyName").asText(""),
                text(document, "title"),
                document.path(ENTERPRISE).path("department").asText(""),
                resource.created().toString());
    }

    static GroupRow group(StoredResource resource) {
        ObjectNode document = StrictJson.parseObject(resource.attributes());
        return new GroupRow(
                resource.id(), text(document, "displayName"), text(document, "externalId"), resource.lastModified());
    }

    /** The SCIM resource without what is derived from memberships, indented. */
    static String indented(StoredResource resource) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("id", resource.id());
        whole.setAll(StrictJson.parseObject(resource.attributes()));
        whole.putObject("meta")
                .put("resourceType", resource.type().name())
                .put("created", resource.created().toString())
                .put("lastModified", resource.lastModified().toString())
                .put("version", "W/\"" + resource.version() + "\"");
        return indented(whole);
    }

    private static String indented(JsonNode node) {
        try {
            return INDENTED.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    /** The primary address, or else the first. */
    private static String email(ObjectNode document) {
        JsonNode emails = document.path("emails");
        for (JsonNode email : emails) {
            if (email.path("primary").asBoolean(false)) {
                return email.path("value").asText("");
            }
        }
        return emails.path(0).path("value").asText("");
    }

    private static String text(ObjectNode document, String name) {
        return document.path(name).asText("");
    }
}
