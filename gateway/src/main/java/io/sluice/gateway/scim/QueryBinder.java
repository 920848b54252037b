package io.sluice.gateway.scim;

import io.sluice.core.backend.Capabilities;
import io.sluice.core.backend.Include;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.backend.Sort;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Returned;
import java.util.Optional;

/** Binds a query to a resource type, so that a backend never sees a name or a text of the client's. */
final class QueryBinder {

    private final FilterLimits limits;

    QueryBinder(FilterLimits limits) {
        this.limits = limits;
    }

    /**
     * @throws ScimException INVALID_FILTER, INVALID_PATH for an unknown sortBy, NOT_IMPLEMENTED for what the backend cannot do
     */
    SearchQuery bind(
            Caller caller,
            ListRequest request,
            ResourceType type,
            Page page,
            Include include,
            Capabilities capabilities) {
        if (request.sortBy().isPresent() && !capabilities.sort()) {
            throw ScimException.of(ErrorKind.NOT_IMPLEMENTED, "This tenant's backend does not sort.");
        }
        if (page instanceof Page.ByCursor && !capabilities.cursorPaging()) {
            throw ScimException.of(ErrorKind.NOT_IMPLEMENTED, "This tenant's backend pages by index only.");
        }
        return new SearchQuery(
                type,
                request.filter().map(text -> filter(caller, text, type)),
                request.sortBy().map(name -> new Sort(sortPath(name, type), request.ascending())),
                page,
                include);
    }

    private Filter filter(Caller caller, String text, ResourceType type) {
        String rewritten = caller.dialect().rewriteFilter(text, type, caller.firings());
        return FilterBinder.bind(FilterParser.parse(rewritten, limits), type);
    }

    private static AttributePath sortPath(String name, ResourceType type) {
        Optional<AttributePath> path = AttributeResolver.resolve(type, name);
        boolean hidden = path.filter(found -> found.attribute().returned() == Returned.NEVER
                        || found.leaf().returned() == Returned.NEVER)
                .isPresent();
        if (path.isEmpty() || hidden) {
            throw ScimException.of(
                    ErrorKind.INVALID_PATH, "sortBy names no attribute that a " + type.name() + " can be sorted by.");
        }
        return path.get();
    }
}
