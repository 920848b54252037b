package io.sluice.gateway.scim;

import io.sluice.core.backend.Page;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Serves queries for the resources of all types (RFC 7644 section 3.4.3): one type after the other, each sorted in itself, paged
 * as one list.
 */
final class RootSearch {

    private final ListOperations lists;
    private final Presenter presenter;

    RootSearch(ListOperations lists, Presenter presenter) {
        this.lists = lists;
        this.presenter = presenter;
    }

    Future<Answer> list(Caller caller, ListRequest request) {
        return switch (request.paging()) {
            case Paging.Index index -> {
                Gathering gathering = new Gathering(caller, request, index);
                yield gathering.run();
            }
            case Paging.Cursor cursor ->
                throw ScimException.of(ErrorKind.INVALID_CURSOR, "Cursors page one resource type; query its endpoint.");
        };
    }

    /** One answer while it is put together. */
    private final class Gathering {

        private final Caller caller;
        private final ListRequest request;
        private final Paging.Index index;
        private final Projections projections;
        private final List<StoredResource> resources = new ArrayList<>();
        private long total;

        Gathering(Caller caller, ListRequest request, Paging.Index index) {
            this.caller = caller;
            this.request = request;
            this.index = index;
            this.projections = new Projections(request.asked());
        }

        Future<Answer> run() {
            Future<?> all = Future.succeededFuture();
            for (ResourceType type : caller.registry().resourceTypes()) {
                all = all.compose(before -> one(type));
            }
            return all.map(done -> presenter.list(
                    caller,
                    new ListHead(total, resources.size(), Optional.of(index.startIndex()), Optional.empty()),
                    resources,
                    projections));
        }

        private Future<?> one(ResourceType type) {
            long start = Math.max(1, index.startIndex() - total);
            int rest = index.count() - resources.size();
            return lists.search(
                            caller, request.sortedIfKnown(type), type, new Page.ByIndex((int) start, rest), projections)
                    .onSuccess(found -> {
                        resources.addAll(found.resources());
                        total += found.total().count();
                    });
        }
    }
}
