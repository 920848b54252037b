package io.sluice.gateway.scim;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.bulk.BulkMethod;
import io.sluice.core.bulk.OperationResult;
import io.sluice.core.bulk.ResolvedOperation;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.Excerpt;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.ScimErrors;
import io.sluice.gateway.render.ETags;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one operation of a bulk request as the endpoint of its path would, without a body in the answer. */
final class BulkOperationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BulkOperationRunner.class);

    private final Dispatcher dispatcher;
    private final Writes writes;

    BulkOperationRunner(Dispatcher dispatcher, Writes writes) {
        this.dispatcher = dispatcher;
        this.writes = writes;
    }

    /** Never fails. */
    Future<OperationResult> run(Caller caller, ResolvedOperation operation) {
        ScimRoute route = RouteFinder.find(segments(operation), caller.registry());
        return attempt(caller, route, operation)
                .recover(cause -> Future.succeededFuture(new OperationResult.Failed(
                        error(caller, operation, cause),
                        route instanceof ScimRoute.Resource one
                                ? Optional.of(caller.locations().of(one.type(), one.id()))
                                : Optional.empty())));
    }

    private Future<OperationResult> attempt(Caller caller, ScimRoute route, ResolvedOperation operation) {
        try {
            return dispatch(caller, route, operation);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<OperationResult> dispatch(Caller caller, ScimRoute route, ResolvedOperation operation) {
        BackendRequest request = request(caller, route, operation);
        int status = status(operation.method());
        return dispatcher
                .dispatch(caller.principal().tenant(), request)
                .map(reply -> route instanceof ScimRoute.Resource one && operation.method() == BulkMethod.DELETE
                        ? deleted(caller, one, reply)
                        : stored(caller, status, Exact.reply(BackendReply.Stored.class, reply)));
    }

    private BackendRequest request(Caller caller, ScimRoute route, ResolvedOperation operation) {
        if (route instanceof ScimRoute.Resources all) {
            return create(caller, all.type(), operation);
        }
        if (route instanceof ScimRoute.Resource one) {
            return change(caller, one, operation);
        }
        if (route instanceof ScimRoute.Nothing) {
            throw ScimException.of(
                    ErrorKind.NOT_FOUND,
                    "There is no endpoint or resource "
                            + Excerpt.of(operation.path().toString()));
        }
        throw ScimException.of(
                ErrorKind.BAD_REQUEST,
                operation.path() + " is not possible in a bulk request; operations are on resources, as /Users or"
                        + " /Users/{id}");
    }

    private BackendRequest create(Caller caller, ResourceType type, ResolvedOperation operation) {
        if (operation.method() == BulkMethod.POST) {
            return writes.create(caller, type, operation.data());
        }
        throw ScimException.of(
                ErrorKind.METHOD_NOT_ALLOWED,
                operation.method() + " needs the path of one resource, as " + type.endpoint() + "/{id}");
    }

    private BackendRequest change(Caller caller, ScimRoute.Resource one, ResolvedOperation operation) {
        Precondition precondition = ETags.ifMatch(operation.version().stream().toList());
        return switch (operation.method()) {
            case PUT -> writes.replace(caller, one, operation.data(), precondition, Include.NOTHING);
            case PATCH -> writes.patch(caller, one, operation.data(), precondition, Include.NOTHING);
            case DELETE -> writes.delete(caller, one, precondition);
            case POST ->
                throw ScimException.of(
                        ErrorKind.METHOD_NOT_ALLOWED,
                        "POST needs the path of an endpoint, as " + one.type().endpoint());
        };
    }

    private static int status(BulkMethod method) {
        return switch (method) {
            case POST -> 201;
            case PUT, PATCH -> 200;
            case DELETE -> 204;
        };
    }

    private static OperationResult stored(Caller caller, int status, BackendReply.Stored stored) {
        StoredResource resource = stored.resource();
        return new OperationResult.Done(
                status,
                resource.id(),
                caller.locations().of(resource.type(), resource.id()),
                Optional.of(ETags.of(resource.version())));
    }

    private static OperationResult deleted(Caller caller, ScimRoute.Resource one, BackendReply reply) {
        Exact.reply(BackendReply.Deleted.class, reply);
        String location = caller.locations().of(one.type(), one.id());
        return new OperationResult.Done(status(BulkMethod.DELETE), one.id(), location, Optional.empty());
    }

    private static ScimError error(Caller caller, ResolvedOperation operation, Throwable cause) {
        if (cause instanceof ScimException known) {
            return known.error();
        }
        LOG.error(
                "Operation {} of request {} failed in a way that was not foreseen",
                operation.index(),
                caller.requestId(),
                cause);
        return ScimErrors.unforeseen();
    }

    private static List<String> segments(ResolvedOperation operation) {
        return Stream.concat(Stream.of(operation.path().endpoint()), operation.path().target().stream())
                .toList();
    }
}
