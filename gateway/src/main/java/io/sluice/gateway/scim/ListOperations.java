package io.sluice.gateway.scim;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Capabilities;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.control.Tenant;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.util.Optional;

/** Serves queries for the resources of one type (RFC 7644 sections 3.4.2 and 3.4.3, RFC 9865). */
final class ListOperations {

    private final Dispatcher dispatcher;
    private final BackendDirectory backends;
    private final QueryBinder binder;
    private final Cursors cursors;
    private final Presenter presenter;
    private final Tally tally;

    ListOperations(ScimServices services, QueryBinder binder, Cursors cursors, Presenter presenter) {
        this.dispatcher = services.dispatcher();
        this.backends = services.backends();
        this.binder = binder;
        this.cursors = cursors;
        this.presenter = presenter;
        this.tally = services.tally();
    }

    Future<Answer> list(Caller caller, ListRequest request, ResourceType type) {
        Projections projections = new Projections(request.asked());
        String binding = binding(caller, request, type.name());
        return search(caller, request, type, page(request.paging(), binding), projections)
                .compose(found -> presenter.list(
                        caller,
                        new ListHead(
                                found.total().count(),
                                found.resources().size(),
                                request.paging() instanceof Paging.Index index
                                        ? Optional.of(index.startIndex())
                                        : Optional.empty(),
                                found.next().map(position -> cursors.issue(position, binding))),
                        found.resources(),
                        projections));
    }

    /** One page of one type. */
    Future<BackendReply.Found> search(
            Caller caller, ListRequest request, ResourceType type, Page page, Projections projections) {
        Tenant tenant = caller.principal().tenant();
        SearchQuery query =
                binder.bind(caller, request, type, page, projections.of(type).include(), capabilities(tenant));
        tally.listed(query.filter());
        return dispatcher
                .dispatch(tenant, new BackendRequest.Search(caller.newOperation(), query))
                .map(reply -> Exact.reply(BackendReply.Found.class, reply));
    }

    private Page page(Paging paging, String binding) {
        return switch (paging) {
            case Paging.Index index -> new Page.ByIndex(index.position(), index.count());
            case Paging.Cursor cursor ->
                new Page.ByCursor(cursor.cursor().map(text -> cursors.open(text, binding)), cursor.count());
        };
    }

    private Capabilities capabilities(Tenant tenant) {
        return backends.capabilities(tenant.backend())
                .orElseThrow(() ->
                        ScimException.of(ErrorKind.UNAVAILABLE, "This tenant's backend does not run on this node."));
    }

    /**
     * Names a query. Lengths keep the parts apart, whatever stands in them.
     *
     * @param types the name of the resource type that is listed, or what stands for all of them
     */
    static String binding(Caller caller, ListRequest request, String types) {
        String filter = request.filter().orElse("");
        String sort = request.sortBy().orElse("");
        return caller.principal().tenant().id().number() + "\n" + types + "\n" + filter.length() + "\n" + filter + "\n"
                + sort + "\n" + request.ascending();
    }
}
