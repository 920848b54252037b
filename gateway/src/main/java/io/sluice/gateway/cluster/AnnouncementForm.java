package io.sluice.gateway.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Capabilities;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Announcements as JSON: they are few, and nodes of all releases have to understand them. Fields are only ever added, and what is
 * not known is not looked at.
 */
final class AnnouncementForm {

    private AnnouncementForm() {}

    static Buffer write(Announcement announcement) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("node", announcement.node())
                .put("name", announcement.name())
                .put("sent", announcement.sent().toEpochMilli())
                .put("oldestWire", announcement.oldestWire())
                .put("newestWire", announcement.newestWire());
        ObjectNode backends = json.putObject("backends");
        announcement.backends().forEach((name, state) -> {
            ObjectNode backend = backends.putObject(name).put("load", state.load());
            state.fault().ifPresent(fault -> backend.put("fault", fault));
            Capabilities can = state.capabilities();
            backend.putObject("can")
                    .put("sort", can.sort())
                    .put("filterAnyAttribute", can.filterAnyAttribute())
                    .put("cursorPaging", can.cursorPaging())
                    .put("etag", can.etag())
                    .put("changePassword", can.changePassword());
        });
        return StrictJson.write(json);
    }

    static Announcement read(Buffer message) {
        JsonNode json = StrictJson.parse(message);
        Map<String, InstanceState> backends = new LinkedHashMap<>();
        json.path("backends").properties().forEach(entry -> backends.put(entry.getKey(), state(entry.getValue())));
        return new Announcement(
                json.path("node").asText(),
                json.path("name").asText(),
                Instant.ofEpochMilli(json.path("sent").asLong()),
                json.path("oldestWire").asInt(),
                json.path("newestWire").asInt(),
                backends);
    }

    private static InstanceState state(JsonNode json) {
        JsonNode can = json.path("can");
        return new InstanceState(
                new Capabilities(
                        can.path("sort").asBoolean(),
                        can.path("filterAnyAttribute").asBoolean(),
                        can.path("cursorPaging").asBoolean(),
                        can.path("etag").asBoolean(),
                        can.path("changePassword").asBoolean()),
                json.path("load").asInt(),
                Optional.ofNullable(json.path("fault").textValue()));
    }
}
