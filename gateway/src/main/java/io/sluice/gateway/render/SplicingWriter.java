package io.sluice.gateway.render;

import io.sluice.core.resource.GroupReference;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * What a backend stored goes out as the bytes it came in, neither parsed nor encoded anew; id, meta and groups are written around
 * it.
 */
final class SplicingWriter implements ResourceWriter {

    private static final byte[] ID = Utf8.bytes("{\"id\":\"");
    private static final byte[] AFTER_ID = Utf8.bytes("\",");
    private static final byte[] META = Utf8.bytes("\"meta\":{\"resourceType\":\"");
    private static final byte[] CREATED = Utf8.bytes("\",\"created\":\"");
    private static final byte[] MODIFIED = Utf8.bytes("\",\"lastModified\":\"");
    private static final byte[] LOCATION = Utf8.bytes("\",\"location\":\"");
    private static final byte[] VERSION = Utf8.bytes("\",\"version\":\"W/\\\"");
    private static final byte[] END_OF_META = Utf8.bytes("\\\"\"}");
    private static final byte[] GROUPS = Utf8.bytes(",\"groups\":[");
    private static final byte[] VALUE = Utf8.bytes("{\"value\":\"");
    private static final byte[] REF = Utf8.bytes("\",\"$ref\":\"");
    private static final byte[] TYPE = Utf8.bytes("\",\"type\":\"");
    private static final byte[] DISPLAY = Utf8.bytes("\",\"display\":");
    private static final byte[] DIRECT = Utf8.bytes(",\"type\":\"direct\"}");
    private static final byte[] USERS_AT = Utf8.bytes("/Users/");
    private static final byte[] GROUPS_AT = Utf8.bytes("/Groups/");
    private static final byte[] END_OF_TEXT = Utf8.bytes("\"}");

    private final Locations locations;
    /** Encoded once, for answers with many members. */
    private final byte[] base;

    SplicingWriter(Locations locations) {
        this.locations = locations;
        this.base = Utf8.bytes(locations.base());
    }

    @Override
    public void appendHead(Buffer out, StoredResource resource) {
        Buffer attributes = resource.attributes();
        out.appendBytes(ID).appendString(resource.id()).appendBytes(AFTER_ID);
        int inner = attributes.length() - 2;
        if (inner > 0) {
            out.appendBuffer(attributes, 1, inner).appendByte((byte) ',');
        }
        out.appendBytes(META).appendString(resource.type().name());
        Times.append(out.appendBytes(CREATED), resource.created());
        Times.append(out.appendBytes(MODIFIED), resource.lastModified());
        out.appendBytes(LOCATION).appendBytes(base);
        out.appendString(resource.type().endpoint()).appendByte((byte) '/').appendString(resource.id());
        out.appendBytes(VERSION).appendString(resource.version()).appendBytes(END_OF_META);
        if (resource.membership() instanceof Membership.InGroups in
                && !in.groups().isEmpty()) {
            groups(out, in.groups());
        }
    }

    @Override
    public void appendMembers(Buffer out, List<Member> members) {
        for (int i = 0; i < members.size(); i++) {
            if (i > 0) {
                out.appendByte((byte) ',');
            }
            member(out, members.get(i));
        }
    }

    private void groups(Buffer out, List<GroupReference> groups) {
        out.appendBytes(GROUPS);
        for (int i = 0; i < groups.size(); i++) {
            if (i > 0) {
                out.appendByte((byte) ',');
            }
            GroupReference group = groups.get(i);
            out.appendBytes(VALUE).appendString(group.value());
            out.appendBytes(REF).appendBytes(base).appendBytes(GROUPS_AT).appendString(group.value());
            Utf8.quoted(out.appendBytes(DISPLAY), group.display()).appendBytes(DIRECT);
        }
        out.appendByte((byte) ']');
    }

    private void reference(Buffer out, String type, String id) {
        switch (type) {
            case ResourceType.USER ->
                out.appendBytes(base).appendBytes(USERS_AT).appendString(id);
            case ResourceType.GROUP ->
                out.appendBytes(base).appendBytes(GROUPS_AT).appendString(id);
            default -> out.appendString(locations.of(type, id));
        }
    }

    private void member(Buffer out, Member member) {
        out.appendBytes(VALUE).appendString(member.value());
        if (member.type().isPresent()) {
            String type = member.type().get();
            reference(out.appendBytes(REF), type, member.value());
            out.appendBytes(TYPE).appendString(type);
        }
        if (member.display().isPresent()) {
            Utf8.quoted(out.appendBytes(DISPLAY), member.display().get()).appendByte((byte) '}');
        } else {
            out.appendBytes(END_OF_TEXT);
        }
    }
}
