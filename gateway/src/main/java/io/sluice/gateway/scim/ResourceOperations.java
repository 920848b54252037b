package io.sluice.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Projection;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.render.ETags;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;

/** Serves requests that are about one resource (RFC 7644 sections 3.3, 3.4.1, 3.5 and 3.6). */
final class ResourceOperations {

    private final Dispatcher dispatcher;
    private final Presenter presenter;
    private final Writes writes;
    private final int longestText;

    /**
     * @param longestText the most characters of one text in a body
     */
    ResourceOperations(Dispatcher dispatcher, Presenter presenter, Writes writes, int longestText) {
        this.dispatcher = dispatcher;
        this.presenter = presenter;
        this.writes = writes;
        this.longestText = longestText;
    }

    Future<Answer> create(ScimCall call, ResourceType type) {
        Caller caller = call.caller();
        Projection projection = Asked.of(call.parameters()).check(caller).projection(type);
        JsonNode body = parsed(call);
        return stored(caller, writes.create(caller, type, body))
                .compose(stored -> presenter
                        .resource(caller, 201, stored.resource(), projection)
                        .map(answer -> answer.with(HttpHeaders.LOCATION, location(caller, stored.resource()))));
    }

    Future<Answer> read(ScimCall call, ScimRoute.Resource target) {
        Caller caller = call.caller();
        Projection projection = Asked.of(call.parameters()).check(caller).projection(target.type());
        return stored(
                        caller,
                        new BackendRequest.Read(
                                caller.newOperation(), target.type(), target.id(), projection.include()))
                .compose(stored -> {
                    String version = stored.resource().version();
                    return ETags.noneMatchNames(call.headers().getAll(HttpHeaders.IF_NONE_MATCH), version)
                            ? Future.succeededFuture(Answer.empty(304).with(HttpHeaders.ETAG, ETags.of(version)))
                            : presenter.resource(caller, 200, stored.resource(), projection);
                });
    }

    Future<Answer> replace(ScimCall call, ScimRoute.Resource target) {
        Caller caller = call.caller();
        Projection projection = Asked.of(call.parameters()).check(caller).projection(target.type());
        JsonNode body = parsed(call);
        return stored(caller, writes.replace(caller, target, body, precondition(call), projection.include()))
                .compose(stored -> presenter.resource(caller, 200, stored.resource(), projection));
    }

    /** A group is answered without its body, which may be large, unless attributes were asked for. */
    Future<Answer> patch(ScimCall call, ScimRoute.Resource target) {
        Caller caller = call.caller();
        Asked asked = Asked.of(call.parameters()).check(caller);
        Projection projection = asked.projection(target.type());
        boolean silent = target.type().isGroup() && !asked.isAnything();
        Include include = silent ? Include.NOTHING : projection.include();
        JsonNode body = parsed(call);
        return stored(caller, writes.patch(caller, target, body, precondition(call), include))
                .compose(stored -> silent
                        ? Future.succeededFuture(Answer.empty(204)
                                .with(
                                        HttpHeaders.ETAG,
                                        ETags.of(stored.resource().version())))
                        : presenter.resource(caller, 200, stored.resource(), projection));
    }

    Future<Answer> delete(ScimCall call, ScimRoute.Resource target) {
        Caller caller = call.caller();
        return dispatcher
                .dispatch(caller.principal().tenant(), writes.delete(caller, target, precondition(call)))
                .map(reply -> {
                    Exact.reply(BackendReply.Deleted.class, reply);
                    return Answer.empty(204);
                });
    }

    private JsonNode parsed(ScimCall call) {
        return StrictJson.parse(call.body(), longestText);
    }

    private Future<BackendReply.Stored> stored(Caller caller, BackendRequest request) {
        return dispatcher
                .dispatch(caller.principal().tenant(), request)
                .map(reply -> Exact.reply(BackendReply.Stored.class, reply));
    }

    private static String location(Caller caller, StoredResource resource) {
        return caller.locations().of(resource.type(), resource.id());
    }

    private static Precondition precondition(ScimCall call) {
        return ETags.ifMatch(call.headers().getAll(HttpHeaders.IF_MATCH));
    }
}
