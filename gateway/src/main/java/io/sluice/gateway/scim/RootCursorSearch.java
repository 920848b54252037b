package io.sluice.gateway.scim;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.Page;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page by cursor of the resources of all types (RFC 7644 section 3.4.3, RFC 9865): one type after the other, and a page may
 * hold the end of one and the beginning of the next. Belongs to one request.
 */
final class RootCursorSearch {

    private static final Page COUNTED_ONLY = new Page.ByIndex(1, 0);

    private final ListOperations lists;
    private final Caller caller;
    private final ListRequest request;
    private final Projections projections;
    private final List<ResourceType> types;
    private final List<StoredResource> resources = new ArrayList<>();
    private Optional<RootPosition> next = Optional.empty();
    private long total;

    RootCursorSearch(ListOperations lists, Caller caller, ListRequest request, Projections projections) {
        this.lists = lists;
        this.caller = caller;
        this.request = request;
        this.projections = projections;
        this.types = caller.registry().resourceTypes();
    }

    /** The resources of the page, in order. */
    List<StoredResource> resources() {
        return resources;
    }

    long total() {
        return total;
    }

    /** Where the next page begins; empty when this was the last. */
    Optional<RootPosition> next() {
        return next;
    }

    /**
     * @param from empty for the first page
     * @param count of resources on the page at most
     */
    Future<RootCursorSearch> run(Optional<RootPosition> from, int count) {
        int first = from.map(position -> indexOf(position.type())).orElse(0);
        Future<?> all = Future.succeededFuture();
        for (int i = first; i < types.size(); i++) {
            ResourceType type = types.get(i);
            Optional<String> after = i == first ? from.flatMap(RootPosition::after) : Optional.empty();
            all = all.compose(before -> one(type, after, count));
        }
        return all.map(done -> {
            total = from.map(RootPosition::total).orElse(total);
            next = next.map(position -> new RootPosition(position.type(), total, position.after()));
            return this;
        });
    }

    /** Once the page is full, the types that follow only say how many they have. */
    private Future<?> one(ResourceType type, Optional<String> after, int count) {
        int rest = count - resources.size();
        Page page = rest > 0 && next.isEmpty() ? new Page.ByCursor(after, rest) : COUNTED_ONLY;
        return lists.search(caller, request.partFor(type), type, page, projections)
                .onSuccess(found -> take(type, count, found));
    }

    private void take(ResourceType type, int count, BackendReply.Found found) {
        boolean wasFull = resources.size() >= count || next.isPresent();
        resources.addAll(found.resources());
        total += found.total().count();
        if (next.isEmpty() && count > 0) {
            boolean begins = wasFull && found.total().count() > 0;
            next = begins
                    ? Optional.of(new RootPosition(type.name(), 0, Optional.empty()))
                    : found.next().map(position -> new RootPosition(type.name(), 0, Optional.of(position)));
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).name().equals(name)) {
                return i;
            }
        }
        throw ScimException.of(
                ErrorKind.INVALID_CURSOR,
                "The cursor leads to a resource type that is gone; begin again with an empty cursor.");
    }
}
