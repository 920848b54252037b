package io.sluice.gateway.render;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.Projection;
import io.sluice.core.resource.StoredResource;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Parses what a backend stored and shows the part of it that was asked for. */
final class ProjectingWriter implements ResourceWriter {

    private static final String MEMBERS = "members";

    private final ResourceTree tree;
    private final Projection projection;
    private final SplicingWriter splicing;

    ProjectingWriter(Locations locations, Projection projection, SplicingWriter splicing) {
        this.tree = new ResourceTree(locations);
        this.projection = projection;
        this.splicing = splicing;
    }

    @Override
    public void appendHead(Buffer out, StoredResource resource) {
        Buffer shown = StrictJson.write(projection.apply(tree.of(resource)));
        out.appendBuffer(shown, 0, shown.length() - 1);
    }

    @Override
    public void appendMembers(Buffer out, List<Member> members) {
        if (projection.wholeMembership()) {
            splicing.appendMembers(out, members);
            return;
        }
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        alone.set(MEMBERS, tree.members(members));
        Buffer shown = StrictJson.write(projection.apply(alone).withArray(MEMBERS));
        out.appendBuffer(shown, 1, shown.length() - 2);
    }
}
