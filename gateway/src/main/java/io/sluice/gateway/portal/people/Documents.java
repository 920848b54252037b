package io.sluice.gateway.portal.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what lists and details show out of stored resources. */
final class Documents {

    private static final ObjectWriter INDENTED = new ObjectMapper().writerWithDefaultPrettyPrinter();

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
                resource.created().toString(),
                further(document));
    }

    /** What the extensions hold, each attribute in one line. */
    private static List<UserView.Further> further(ObjectNode document) {
        List<UserView.Further> all = new ArrayList<>();
        document.properties().stream()
                .filter(entry -> entry.getKey().startsWith("urn:"))
                .forEach(extension -> extension
                        .getValue()
                        .properties()
                        .forEach(attribute -> all.add(new UserView.Further(
                                extension.getKey(), attribute.getKey(), line(attribute.getValue())))));
        return all;
    }

    private static String line(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(Documents::line).collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            String name = value.path("displayName").asText(value.path("display").asText(""));
            return name.isEmpty() ? value.path("value").asText(value.toString()) : name;
        }
        return value.asText("");
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
