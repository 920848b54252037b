package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.schema.AttributePath;

/**
 * A whole resource to read from, as filters and sorting see it: attributes, id, meta, groups and members. What depends on the
 * address under which the service is reached ({@code meta.location}, {@code $ref}) is not part of it.
 */
public final class ResourceView {

    private final JsonNode document;

    private ResourceView(JsonNode document) {
        this.document = document;
    }

    /**
     * @param document with names as the schemas spell them; not copied and never modified
     */
    public static ResourceView of(ObjectNode document) {
        return new ResourceView(document);
    }

    /** Parses the attributes once and puts what is kept beside them in its place. */
    public static ResourceView of(StoredResource resource) {
        return StrictJson.parse(resource.attributes()) instanceof ObjectNode attributes
                ? of(resource, attributes)
                : of(resource, JsonNodeFactory.instance.objectNode());
    }

    /**
     * For who has the resource's attributes parsed already.
     *
     * @param attributes not copied and never modified
     */
    public static ResourceView of(StoredResource resource, ObjectNode attributes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", resource.id());
        document.setAll(attributes);
        document.putObject("meta")
                .put("resourceType", resource.type().name())
                .put("created", resource.created().toString())
                .put("lastModified", resource.lastModified().toString())
                .put("version", "W/\"" + resource.version() + "\"");
        put(document, resource.membership());
        return new ResourceView(document);
    }

    /** Empty when the document has none. */
    public String id() {
        return document.path("id").asText("");
    }

    /** The value of the path's attribute, whatever its sub-attribute; a missing node when there is none. */
    public JsonNode attribute(AttributePath path) {
        JsonNode holder = path.extension().isEmpty()
                ? document
                : document.path(path.extension().get());
        JsonNode value = holder.get(path.attribute().name());
        return value == null ? MissingNode.getInstance() : value;
    }

    private static void put(ObjectNode document, Membership membership) {
        switch (membership) {
            case Membership.None none -> {}
            case Membership.InGroups in -> {
                ArrayNode groups = document.arrayNode();
                in.groups()
                        .forEach(group -> groups.addObject()
                                .put("value", group.value())
                                .put("display", group.display())
                                .put("type", "direct"));
                document.set("groups", groups);
            }
            case Membership.OfGroup of -> {
                ArrayNode members = document.arrayNode();
                of.members().forEach(member -> members.add(object(member)));
                document.set("members", members);
            }
        }
    }

    private static ObjectNode object(Member member) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("value", member.value());
        member.type().ifPresent(type -> object.put("type", type));
        member.display().ifPresent(display -> object.put("display", display));
        return object;
    }
}
