package io.sluice.gateway.scim;

import io.sluice.core.filter.FilterLimits;
import io.sluice.gateway.config.ScimConfig;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.time.InstantSource;

/** Finds who serves a route and a method; that the two fit has been checked. */
final class Operations {

    private final ResourceOperations resources;
    private final ListOperations lists;
    private final RootSearch root;
    private final BulkOperations bulk;
    private final Discovery discovery;
    private final Me me;
    private final ListRequestReader reader;

    Operations(ScimServices services) {
        ScimConfig limits = services.config().scim();
        Presenter presenter = new Presenter(services.dispatcher());
        Cursors cursors = new Cursors(services.cursorKey(), limits.cursorLifetime(), InstantSource.system());
        QueryBinder binder =
                new QueryBinder(new FilterLimits(limits.filterLength(), limits.filterDepth(), limits.filterTerms()));
        Writes writes = new Writes(new ValueLimit(limits.maxValues()));
        this.resources = new ResourceOperations(services.dispatcher(), presenter, writes, limits.maxTextLength());
        this.lists = new ListOperations(services, binder, cursors, presenter);
        this.root = new RootSearch(lists, cursors, presenter);
        this.bulk = new BulkOperations(services, writes);
        this.discovery = new Discovery(new ProviderConfig(services.config(), services.backends()));
        this.me = new Me(services.dispatcher(), limits.meAttribute());
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
            case ScimRoute.Me mapped -> me(method, call);
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

    /** The answer says where the resource always is (RFC 7644 section 3.11). */
    private Future<Answer> me(String method, ScimCall call) {
        Caller caller = call.caller();
        return me.resource(caller, method)
                .compose(own -> one(method, call, own)
                        .map(answer -> answer.with(
                                HttpHeaders.LOCATION, caller.locations().of(own.type(), own.id()))));
    }

    private static Future<Answer> done(Answer answer) {
        return Future.succeededFuture(answer);
    }
}
