package io.sluice.gateway.scim;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterExpression;
import io.sluice.core.filter.FilterValue;
import io.sluice.core.filter.Operator;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.gateway.config.SubjectAttribute;
import io.sluice.gateway.dispatch.Dispatcher;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Finds the user that a credential stands for (RFC 7644 section 3.11): the one whose configured attribute is its subject. */
final class Me {

    private final Dispatcher dispatcher;
    private final SubjectAttribute attribute;

    Me(Dispatcher dispatcher, SubjectAttribute attribute) {
        this.dispatcher = dispatcher;
        this.attribute = attribute;
    }

    /**
     * @param method of the request; a user who is there already cannot be made
     * @return fails with NOT_IMPLEMENTED unless subjects are mapped to users, with NOT_FOUND unless there is exactly one
     */
    Future<ScimRoute.Resource> resource(Caller caller, String method) {
        Optional<String> name = attribute.attribute();
        if (name.isEmpty()) {
            return refused(
                    ErrorKind.NOT_IMPLEMENTED,
                    "/Me is not offered: a provisioning credential stands for no user here.");
        }
        if (method.equals("POST")) {
            return refused(ErrorKind.NOT_IMPLEMENTED, "Nobody can register at /Me; users are created at /Users.");
        }
        ResourceType users = caller.registry().resourceType(ResourceType.USER).orElseThrow();
        String subject = caller.principal().subject();
        if (subject.isEmpty()) {
            return refused(ErrorKind.NOT_FOUND, "The access token lacks the claim that names its user.");
        }
        return find(caller, users, name.get(), subject)
                .compose(found -> found.size() == 1
                        ? Future.succeededFuture(
                                new ScimRoute.Resource(users, found.getFirst().id()))
                        : refused(
                                ErrorKind.NOT_FOUND,
                                "%s user has a %s that equals the subject of this credential."
                                        .formatted(found.isEmpty() ? "No" : "More than one", name.get())));
    }

    private Future<List<StoredResource>> find(Caller caller, ResourceType users, String name, String subject) {
        var equal = new FilterExpression.Comparison(name, Operator.EQ, new FilterValue.Text(subject));
        return dispatcher
                .dispatch(
                        caller.principal().tenant(),
                        new BackendRequest.Search(
                                caller.newOperation(),
                                new SearchQuery(
                                        users,
                                        Optional.of(FilterBinder.bind(equal, users)),
                                        Optional.empty(),
                                        new Page.ByIndex(1, 2),
                                        Include.NOTHING)))
                .map(reply -> Exact.reply(BackendReply.Found.class, reply).resources());
    }

    private static <T> Future<T> refused(ErrorKind kind, String detail) {
        return Future.failedFuture(ScimException.of(kind, detail));
    }
}
