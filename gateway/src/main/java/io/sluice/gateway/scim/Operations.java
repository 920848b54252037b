package io.sluice.gateway.scim;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.filter.FilterLimits;
import io.sluice.gateway.config.ScimConfig;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.ScimErrors;
import io.vertx.core.Future;
import java.time.InstantSource;

/** Finds who serves a route and a method; that the two fit has been checked. */
final class Operations {

    private final ResourceOperations resources;
    private final ListOperations lists;
    private final RootSearch root;
    private final BulkOperations bulk;
    private final Discovery discovery;
    private final ListRequestReader reader;

    Operations(ScimServices services) {
        ScimConfig limits = services.config().scim();
        Presenter presenter = new Presenter(services.dispatcher());
        Cursors cursors = new Cursors(services.cursorKey(), limits.cursorLifetime(), InstantSource.system());
        QueryBinder binder =
                new QueryBinder(new FilterLimits(limits.filterLength(), limits.filterDepth(), limits.filterTerms()));
        this.resources = new ResourceOperations(services.dispatcher(), presenter);
        this.lists = new ListOperations(services, binder, cursors, presenter);
        this.root = new RootSearch(lists, presenter);
        this.bulk = new BulkOperations(services);
        this.discovery = new Discovery(new ProviderConfig(services.config(), services.backends()));
        this.reader = new ListRequestReader(new PagingReader(limits));
    }

    Future<Answer> run(String method, ScimCall call) {
        Caller caller = call.caller();
        return switch (call.route()) {
            case ScimRoute.Resource one -> one(method, call, one);
            case ScimRoute.Resources all ->
                method.equals("POST")
                        ? resources.create(call, all.type())
                        : lists.list(caller, reader.fromQuery(call.parameters()), all.type());
            case ScimRoute.Search in -> lists.list(caller, reader.fromBody(call.body()), in.type());
            case ScimRoute.Root all -> root.list(caller, reader.fromQuery(call.parameters()));
            case ScimRoute.SearchRoot all -> root.list(caller, reader.fromBody(call.body()));
            case ScimRoute.Discovery provider -> done(discovery.provider(call));
            case ScimRoute.ResourceTypes types -> done(discovery.resourceTypes(call));
            case ScimRoute.OneResourceType type -> done(discovery.resourceType(call, type.name()));
            case ScimRoute.Schemas schemas -> done(discovery.schemas(call));
            case ScimRoute.OneSchema schema -> done(discovery.schema(call, schema.urn()));
            case ScimRoute.Me me -> done(notForMachines());
            case ScimRoute.Bulk all -> bulk.run(call);
            case ScimRoute.Nothing nothing -> throw new IllegalStateException("A route without methods was admitted");
        };
    }

    private Future<Answer> one(String method, ScimCall call, ScimRoute.Resource one) {
        return switch (method) {
            case "GET" -> resources.read(call, one);
            case "PUT" -> resources.replace(call, one);
            case "PATCH" -> resources.patch(call, one);
            case "DELETE" -> resources.delete(call, one);
            default -> throw new IllegalStateException("A method that the route does not have was admitted");
        };
    }

    /** RFC 7644 section 3.11. */
    private static Answer notForMachines() {
        return ScimErrors.answer(
                ErrorKind.NOT_IMPLEMENTED, "/Me is not offered: a provisioning credential stands for no user.");
    }

    private static Future<Answer> done(Answer answer) {
        return Future.succeededFuture(answer);
    }
}
