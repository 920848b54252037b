package io.sluice.gateway.scim;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.Projection;
import io.sluice.core.resource.StoredResource;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.MediaTypes;
import io.sluice.gateway.render.ETags;
import io.sluice.gateway.render.MemberPages;
import io.sluice.gateway.render.ResourceStream;
import io.sluice.gateway.render.ResourceWriter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** Makes answers out of what backends reply. */
final class Presenter {

    private static final int MEMBER_PAGE = 2_000;
    private static final int WHOLE_AT_MOST = 20;
    private static final Buffer NOTHING = Buffer.buffer(0);

    private final Dispatcher dispatcher;
    private final Managers managers;

    Presenter(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.managers = new Managers(dispatcher);
    }

    Future<Answer> resource(Caller caller, int status, StoredResource resource, Projection projection) {
        return managers.named(caller, resource, projection).map(named -> written(caller, status, named, projection));
    }

    private Answer written(Caller caller, int status, StoredResource resource, Projection projection) {
        ResourceWriter writer = ResourceWriter.of(caller.locations(), projection);
        Answer answer = hasMoreMembers(resource)
                ? Answer.streamed(
                        status,
                        MediaTypes.SCIM,
                        new ResourceStream(type -> writer, pages(caller), NOTHING, List.of(resource), NOTHING))
                : Answer.bytes(status, MediaTypes.SCIM, writer.write(resource));
        return answer.with(HttpHeaders.ETAG, ETags.of(resource.version()));
    }

    Future<Answer> list(Caller caller, ListHead head, List<StoredResource> resources, Projections projections) {
        return managers.named(caller, resources, projections::of)
                .map(named -> written(caller, head, named, projections));
    }

    /** Short lists go out in one piece, long ones and those with large groups in several. */
    private Answer written(Caller caller, ListHead head, List<StoredResource> resources, Projections projections) {
        if (resources.size() > WHOLE_AT_MOST || resources.stream().anyMatch(Presenter::hasMoreMembers)) {
            return Answer.streamed(
                    200,
                    MediaTypes.SCIM,
                    new ResourceStream(
                            type -> projections.writer(caller, type),
                            pages(caller),
                            head.before(),
                            resources,
                            ListHead.after()));
        }
        Buffer out = head.before();
        for (int i = 0; i < resources.size(); i++) {
            if (i > 0) {
                out.appendByte((byte) ',');
            }
            StoredResource resource = resources.get(i);
            ResourceWriter writer = projections.writer(caller, resource.type());
            writer.appendOpen(out, resource);
            writer.appendEnd(out, resource);
        }
        return Answer.bytes(200, MediaTypes.SCIM, out.appendBuffer(ListHead.after()));
    }

    private MemberPages pages(Caller caller) {
        return (groupId, position) -> dispatcher
                .dispatch(
                        caller.principal().tenant(),
                        new BackendRequest.ReadMembers(
                                caller.fresh(dispatcher.deadline()), groupId, position, MEMBER_PAGE))
                .map(reply -> Exact.reply(BackendReply.MemberPage.class, reply).page());
    }

    private static boolean hasMoreMembers(StoredResource resource) {
        return resource.membership() instanceof Membership.OfGroup page
                && page.next().isPresent();
    }
}
