package io.sluice.gateway.render;

import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes any number of resources with any number of members, a few pieces in memory at a time: members page by page, the next
 * page fetched when the client has taken the one before.
 */
public final class ResourceStream implements Answer.Stream {

    private static final int PIECE = 32 << 10;

    private final Function<ResourceType, ResourceWriter> writers;
    private final MemberPages pages;
    private final Buffer before;
    private final List<StoredResource> resources;
    private final Buffer after;

    /**
     * @param writers how resources of a type are written
     * @param before what stands before the first resource
     * @param after what stands after the last one
     */
    public ResourceStream(
            Function<ResourceType, ResourceWriter> writers,
            MemberPages pages,
            Buffer before,
            List<StoredResource> resources,
            Buffer after) {
        this.writers = writers;
        this.pages = pages;
        this.before = before;
        this.resources = List.copyOf(resources);
        this.after = after;
    }

    @Override
    public Future<Void> writeTo(HttpServerResponse response) {
        return new Run(new Outlet(response)).run();
    }

    /** One response while it is written. */
    private final class Run {

        private final Outlet outlet;
        private final Iterator<StoredResource> rest = resources.iterator();
        private final Promise<Void> done = Promise.promise();
        private Buffer piece = Buffer.buffer(PIECE + 4096).appendBuffer(before);
        private Optional<StoredResource> open = Optional.empty();
        private Optional<String> nextMembers = Optional.empty();
        private boolean first = true;

        Run(Outlet outlet) {
            this.outlet = outlet;
        }

        Future<Void> run() {
            step();
            return done.future();
        }

        /** Goes on as long as nothing has to be waited for, then is called again. */
        private void step() {
            while (true) {
                Future<Void> waiting = advance();
                if (done.future().isComplete()) {
                    return;
                }
                if (!waiting.succeeded()) {
                    waiting.onSuccess(ignored -> step()).onFailure(done::tryFail);
                    return;
                }
            }
        }

        private Future<Void> advance() {
            if (piece.length() >= PIECE) {
                return flush();
            }
            if (open.isPresent() && nextMembers.isPresent()) {
                return flush().compose(written -> members(open.get(), nextMembers.get()));
            }
            if (open.isPresent()) {
                writer(open.get()).appendEnd(piece, open.get());
                open = Optional.empty();
            } else if (rest.hasNext()) {
                begin(rest.next());
            } else {
                piece.appendBuffer(after);
                return flush().onSuccess(written -> done.tryComplete());
            }
            return Future.succeededFuture();
        }

        private void begin(StoredResource resource) {
            if (!first) {
                piece.appendByte((byte) ',');
            }
            first = false;
            writer(resource).appendOpen(piece, resource);
            open = Optional.of(resource);
            nextMembers = resource.membership() instanceof Membership.OfGroup page ? page.next() : Optional.empty();
        }

        private Future<Void> members(StoredResource group, String position) {
            return pages.after(group.id(), position).map(page -> {
                if (!page.members().isEmpty()) {
                    piece.appendByte((byte) ',');
                    writer(group).appendMembers(piece, page.members());
                }
                nextMembers = page.next();
                return null;
            });
        }

        private ResourceWriter writer(StoredResource resource) {
            return writers.apply(resource.type());
        }

        private Future<Void> flush() {
            Buffer full = piece;
            piece = Buffer.buffer(PIECE + 4096);
            return outlet.write(full);
        }
    }
}
