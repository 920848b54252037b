package io.sluice.gateway.render;

import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.Projection;
import io.sluice.core.resource.StoredResource;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * Writes resources as JSON, members apart, because a large group's members come page by page while they are written.
 */
public sealed interface ResourceWriter permits SplicingWriter, ProjectingWriter {

    /** The cheapest writer that shows what the projection shows. */
    static ResourceWriter of(Locations locations, Projection projection) {
        SplicingWriter splicing = new SplicingWriter(locations);
        return projection.needsParsing() ? new ProjectingWriter(locations, projection, splicing) : splicing;
    }

    /** Appends the object without its members and without the closing brace; at least the id stands in it. */
    void appendHead(Buffer out, StoredResource resource);

    /** Appends elements of {@code members}, separated by commas. */
    void appendMembers(Buffer out, List<Member> members);

    /** Appends the object with as many members as came with it, up to where the next one would stand. */
    default void appendOpen(Buffer out, StoredResource resource) {
        appendHead(out, resource);
        if (hasMembers(resource)) {
            out.appendString(",\"members\":[");
            appendMembers(out, ((Membership.OfGroup) resource.membership()).members());
        }
    }

    /** Appends what {@link #appendOpen} left out. */
    default void appendEnd(Buffer out, StoredResource resource) {
        out.appendString(hasMembers(resource) ? "]}" : "}");
    }

    /** The whole object, with as many members as came with it. */
    default Buffer write(StoredResource resource) {
        Buffer out = Buffer.buffer(resource.attributes().length() + 512);
        appendOpen(out, resource);
        appendEnd(out, resource);
        return out;
    }

    private static boolean hasMembers(StoredResource resource) {
        return resource.membership() instanceof Membership.OfGroup page
                && !page.members().isEmpty();
    }
}
