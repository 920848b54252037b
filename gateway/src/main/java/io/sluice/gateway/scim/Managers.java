package io.sluice.gateway.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterExpression;
import io.sluice.core.filter.FilterValue;
import io.sluice.core.filter.Operator;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Projection;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.render.ManagerText;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Gives users the names of their managers, which are looked up when an answer is written, so that they are true however often a
 * manager is renamed. Only for answers that show them; a manager who does not exist, or cannot be asked for now, has no name.
 */
final class Managers {

    /** Ids in one look-up; a power of two. */
    private static final int MOST = 64;

    private final Dispatcher dispatcher;

    Managers(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    Future<StoredResource> named(Caller caller, StoredResource resource, Projection projection) {
        return named(caller, List.of(resource), type -> projection).map(List::getFirst);
    }

    Future<List<StoredResource>> named(
            Caller caller, List<StoredResource> resources, Function<ResourceType, Projection> projections) {
        Map<String, ManagerText> byUser = new HashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (StoredResource resource : resources) {
            manager(resource, projections).ifPresent(manager -> {
                byUser.put(resource.id(), manager);
                ids.add(manager.value());
            });
        }
        List<String> known = ids.stream().filter(ResourceIds::isId).toList();
        if (known.isEmpty()) {
            return Future.succeededFuture(resources);
        }
        ResourceType users = resources.stream()
                .map(StoredResource::type)
                .filter(ResourceType::isUser)
                .findFirst()
                .orElseThrow();
        return names(caller, users, known)
                .map(names -> resources.stream()
                        .map(user -> named(user, byUser, names))
                        .toList());
    }

    private static Optional<ManagerText> manager(
            StoredResource resource, Function<ResourceType, Projection> projections) {
        ResourceType type = resource.type();
        return type.isUser()
                        && type.extension(ManagerText.EXTENSION).isPresent()
                        && projections.apply(type).shows(ManagerText.EXTENSION, "manager", "displayName")
                ? ManagerText.in(resource.attributes())
                : Optional.empty();
    }

    private static StoredResource named(
            StoredResource user, Map<String, ManagerText> managers, Map<String, String> names) {
        ManagerText manager = managers.get(user.id());
        String name = manager == null ? null : names.get(manager.value());
        return manager == null || name == null ? user : user.withAttributes(manager.named(name));
    }

    private Future<Map<String, String>> names(Caller caller, ResourceType users, List<String> ids) {
        Map<String, String> names = new HashMap<>();
        Future<?> all = Future.succeededFuture();
        for (int from = 0; from < ids.size(); from += MOST) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST));
            all = all.compose(before -> find(caller, users, some)
                    .onSuccess(found ->
                            found.forEach(manager -> name(manager).ifPresent(name -> names.put(manager.id(), name)))));
        }
        return all.map(names).otherwise(names);
    }

    private Future<List<StoredResource>> find(Caller caller, ResourceType users, List<String> ids) {
        return ids.size() == 1
                ? dispatcher
                        .dispatch(
                                caller.principal().tenant(),
                                new BackendRequest.Read(caller.newOperation(), users, ids.getFirst(), Include.NOTHING))
                        .map(reply -> List.of(
                                Exact.reply(BackendReply.Stored.class, reply).resource()))
                : dispatcher
                        .dispatch(
                                caller.principal().tenant(),
                                new BackendRequest.Search(
                                        caller.newOperation(),
                                        new SearchQuery(
                                                users,
                                                Optional.of(oneOf(ids, users)),
                                                Optional.empty(),
                                                new Page.ByIndex(1, ids.size()),
                                                Include.NOTHING)))
                        .map(reply ->
                                Exact.reply(BackendReply.Found.class, reply).resources());
    }

    /** As many terms as the next power of two, the last again and again: a backend sees few different questions. */
    private static Filter oneOf(List<String> ids, ResourceType users) {
        int size = Integer.highestOneBit(ids.size() * 2 - 1);
        List<FilterExpression> terms = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String id = ids.get(Math.min(i, ids.size() - 1));
            terms.add(new FilterExpression.Comparison("id", Operator.EQ, new FilterValue.Text(id)));
        }
        return FilterBinder.bind(new FilterExpression.Or(terms), users);
    }

    private static Optional<String> name(StoredResource manager) {
        ObjectNode attributes = StrictJson.parseObject(manager.attributes());
        return Optional.ofNullable(attributes.path("displayName").textValue());
    }
}
