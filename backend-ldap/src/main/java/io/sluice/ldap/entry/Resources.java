package io.sluice.ldap.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.schema.Schema;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.mapping.DocumentPath;
import io.sluice.ldap.mapping.Mapping;
import io.sluice.ldap.mapping.Names;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes resources of entries. */
public final class Resources {

    private final Mapping mapping;
    private final Schema schema;

    public Resources(Realm realm) {
        this.mapping = realm.mapping();
        this.schema = realm.features().schema();
    }

    public StoredResource resource(
            Entry entry, ResourceType type, Function<String, Optional<String>> ids, Membership membership) {
        return new StoredResource(
                type,
                id(entry),
                version(entry),
                created(entry),
                lastModified(entry),
                exact(entry)
                        .filter(document -> saysName(document, entry, type))
                        .map(Buffer::buffer)
                        .orElseGet(() -> Buffer.buffer(bytes(document(entry, type, ids)))),
                membership);
    }

    /** The document, which is the caller's to change. */
    public ObjectNode document(Entry entry, ResourceType type, Function<String, Optional<String>> ids) {
        return written(entry)
                .map(document -> named(document, entry, type))
                .orElseGet(() -> reader(type).read(entry, type, ids));
    }

    /** The exact document as it was last written, whatever has become of the entry since. */
    public Optional<ObjectNode> written(Entry entry) {
        return exact(entry).map(Resources::parse);
    }

    /** Somebody renamed the entry, or a rename of ours was interrupted: the directory is right. */
    private ObjectNode named(ObjectNode document, Entry entry, ResourceType type) {
        Optional<DocumentPath> name = mapping.of(type).name();
        if (name.isPresent() && !Naming.hasName(mapping.of(type), entry, document)) {
            Naming.inDn(mapping.of(type), entry)
                    .ifPresent(rdn -> name.get().set(document, TextNode.valueOf(rdn.getAttributeValues()[0])));
        }
        return document;
    }

    /** Whether the document obviously has the name that the DN has, which spares parsing it. */
    private boolean saysName(byte[] document, Entry entry, ResourceType type) {
        Optional<DocumentPath> name = mapping.of(type).name();
        if (name.isEmpty()) {
            return true;
        }
        String text = new String(document, StandardCharsets.UTF_8);
        return Naming.inDn(mapping.of(type), entry)
                .map(rdn -> text.contains("\"" + name.get().attribute() + "\":\"" + rdn.getAttributeValues()[0] + "\""))
                .orElse(true);
    }

    /** The DNs that stand for ids in an entry without an exact document. */
    public List<String> references(Entry entry, ResourceType type) {
        return exact(entry).isPresent() ? List.of() : reader(type).references(entry);
    }

    public String id(Entry entry) {
        return EntryIds.id(entry, mapping.id())
                .orElseThrow(() -> new IllegalStateException(
                        "The entry " + entry.getDN() + " has no " + mapping.id().attribute()));
    }

    public String version(Entry entry) {
        String version = entry.getAttributeValue(mapping.version());
        return version != null ? version : String.valueOf(entry.getAttributeValue(mapping.lastModified()));
    }

    /** Another text whenever anybody has changed the entry; a server without change numbers sees it by the second. */
    public String state(Entry entry) {
        return version(entry) + " " + entry.getAttributeValue(mapping.lastModified());
    }

    public Instant created(Entry entry) {
        return Timestamps.generalized(entry, Names.CREATED)
                .or(() -> Timestamps.generalized(entry, mapping.created()))
                .orElse(Instant.EPOCH);
    }

    /** When we last wrote the entry, or somebody else did after us. */
    public Instant lastModified(Entry entry) {
        Instant server = Timestamps.generalized(entry, mapping.lastModified()).orElse(Instant.EPOCH);
        Optional<Instant> own = Timestamps.generalized(entry, Names.LAST_MODIFIED);
        // The server's clock may be a little ahead of ours, and has a resolution of one second.
        return own.filter(time -> time.plusSeconds(2).isAfter(server)).orElse(server);
    }

    /** The displayName of a group. */
    public String groupName(Entry entry) {
        Optional<String> exact = written(entry)
                .filter(document -> Naming.hasName(mapping.groups(), entry, document))
                .flatMap(document -> mapping.groups()
                        .name()
                        .flatMap(name -> name.in(document))
                        .map(JsonNode::asText));
        return exact.orElseGet(
                () -> String.valueOf(entry.getAttributeValue(mapping.groups().rdn())));
    }

    /** Whether the operation has been applied to the entry. */
    public static boolean carries(Entry entry, String operationId) {
        return entry.hasAttributeValue(Names.OPERATION, operationId);
    }

    public static List<String> operations(Entry entry) {
        String[] values = entry.getAttributeValues(Names.OPERATION);
        return values == null ? List.of() : Arrays.stream(values).sorted().toList();
    }

    public static byte[] bytes(ObjectNode document) {
        return StrictJson.write(document).getBytes();
    }

    private static Optional<byte[]> exact(Entry entry) {
        return Optional.ofNullable(entry.getAttributeValueBytes(Names.RESOURCE));
    }

    private static ObjectNode parse(byte[] document) {
        return (ObjectNode) StrictJson.parse(Buffer.buffer(document));
    }

    private AttributeReader reader(ResourceType type) {
        return new AttributeReader(mapping.of(type), schema);
    }
}
