package io.sluice.core.wire;

import io.sluice.core.resource.GroupReference;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;

/** A stored resource: its document goes as the bytes that it is. */
final class ResourceForm {

    private static final int NONE = 0;
    private static final int IN_GROUPS = 1;
    private static final int OF_GROUP = 2;

    private ResourceForm() {}

    static void write(WireWriter out, StoredResource resource) {
        out.text(resource.type().name())
                .text(resource.id())
                .text(resource.version())
                .instant(resource.created())
                .instant(resource.lastModified())
                .bytes(resource.attributes());
        write(out, resource.membership());
    }

    /**
     * @param type of the request that is answered
     */
    static StoredResource read(WireReader in, ResourceType type) {
        String name = in.text();
        if (!name.equals(type.name())) {
            throw new WireException("A " + name + " in the answer to a request for a " + type.name());
        }
        return new StoredResource(type, in.text(), in.text(), in.instant(), in.instant(), in.slice(), membership(in));
    }

    static void write(WireWriter out, Membership membership) {
        switch (membership) {
            case Membership.None none -> out.number8(NONE);
            case Membership.InGroups groups ->
                out.number8(IN_GROUPS)
                        .each(groups.groups(), group -> out.text(group.value()).text(group.display()));
            case Membership.OfGroup of -> {
                MemberForm.writeAll(out.number8(OF_GROUP), of.members());
                out.optional(of.next(), out::text);
            }
        }
    }

    static Membership membership(WireReader in) {
        int kind = in.number8();
        return switch (kind) {
            case NONE -> new Membership.None();
            case IN_GROUPS -> new Membership.InGroups(in.each(() -> new GroupReference(in.text(), in.text())));
            case OF_GROUP -> new Membership.OfGroup(MemberForm.readAll(in), in.optional(in::text));
            default -> throw new WireException("A membership of kind " + kind);
        };
    }
}
