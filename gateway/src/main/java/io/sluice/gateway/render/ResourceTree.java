package io.sluice.gateway.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.GroupReference;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import java.util.List;

/** A resource as a tree, for answers that show a part of it. */
final class ResourceTree {

    private final Locations locations;

    ResourceTree(Locations locations) {
        this.locations = locations;
    }

    /** Everything but members. */
    ObjectNode of(StoredResource resource) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("id", resource.id());
        tree.setAll(StrictJson.parseObject(resource.attributes()));
        tree.putObject("meta")
                .put("resourceType", resource.type().name())
                .put("created", resource.created().toString())
                .put("lastModified", resource.lastModified().toString())
                .put("location", locations.of(resource.type(), resource.id()))
                .put("version", ETags.of(resource.version()));
        if (resource.membership() instanceof Membership.InGroups in
                && !in.groups().isEmpty()) {
            ArrayNode groups = tree.putArray("groups");
            in.groups().forEach(group -> groups.add(group(group)));
        }
        return tree;
    }

    ArrayNode members(List<Member> members) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(members.size());
        members.forEach(member -> array.add(member(member)));
        return array;
    }

    private ObjectNode group(GroupReference group) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", group.value())
                .put("$ref", locations.of(ResourceType.GROUP, group.value()))
                .put("display", group.display())
                .put("type", "direct");
    }

    private ObjectNode member(Member member) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("value", member.value());
        member.type()
                .ifPresent(type ->
                        node.put("$ref", locations.of(type, member.value())).put("type", type));
        member.display().ifPresent(display -> node.put("display", display));
        return node;
    }
}
