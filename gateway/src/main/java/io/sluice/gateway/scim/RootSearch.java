package io.sluice.gateway.scim;

import io.sluice.core.backend.Page;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Serves queries for the resources of all types (RFC 7644 section 3.4.3): one type after the other, each sorted in itself, paged
 * as one list, by index or by cursor.
 */
final class RootSearch {

    /** No resource type is called that. */
    private static final String ALL_TYPES = "*";

    private final ListOperations lists;
    private final Cursors cursors;
    private final Presenter presenter;

    RootSearch(ListOperations lists, Cursors cursors, Presenter presenter) {
        this.lists = lists;
        this.cursors = cursors;
        this.presenter = presenter;
    }

    Future<Answer> list(Caller caller, ListRequest request) {
        return switch (request.paging()) {
            case Paging.Index index -> {
                Gathering gathering = new Gathering(caller, request, index);
                yield gathering.run();
            }
            case Paging.Cursor cursor -> page(caller, request, cursor);
        };
    }

    private Future<Answer> page(Caller caller, ListRequest request, Paging.Cursor cursor) {
        String binding = ListOperations.binding(caller, request, ALL_TYPES);
        Optional<RootPosition> from =
                cursor.cursor().map(text -> cursors.open(text, binding)).map(RootPosition::of);
        Projections projections = new Projections(request.asked());
        return new RootCursorSearch(lists, caller, request, projections)
                .run(from, cursor.count())
                .compose(page -> presenter.list(
                        caller,
                        new ListHead(
                                page.total(),
                                page.resources().size(),
                                Optional.empty(),
                                page.next().map(position -> cursors.issue(position.text(), binding))),
                        page.resources(),
                        projections));
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
            return all.compose(done -> presenter.list(
                    caller,
                    new ListHead(total, resources.size(), Optional.of(index.startIndex()), Optional.empty()),
                    resources,
                    projections));
        }

        private Future<?> one(ResourceType type) {
            long start = Math.max(1, index.position() - total);
            int rest = index.count() - resources.size();
            return lists.search(caller, request.partFor(type), type, new Page.ByIndex((int) start, rest), projections)
                    .onSuccess(found -> {
                        resources.addAll(found.resources());
                        total += found.total().count();
                    });
        }
    }
}
