package io.sluice.gateway.scim;

import io.sluice.core.backend.Capabilities;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.dialect.DialectRule;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.json.Excerpt;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Sort;
import io.sluice.core.resource.SortBinder;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;

/** Binds a query to a resource type, so that a backend never sees a name or a text of the client's. */
final class QueryBinder {

    private final FilterLimits limits;

    QueryBinder(FilterLimits limits) {
        this.limits = limits;
    }

    /**
     * @throws ScimException INVALID_FILTER, INVALID_PATH for an unknown sortBy, INVALID_VALUE for one that cannot be sorted by, NOT_IMPLEMENTED for what the backend cannot do
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
        request.asked().check(caller);
        return new SearchQuery(
                type,
                request.filter().map(text -> filter(caller, request, text, type)),
                request.sortBy().map(name -> sort(name, request.ascending(), type)),
                page,
                include);
    }

    private Filter filter(Caller caller, ListRequest request, String text, ResourceType type) {
        String rewritten = caller.dialect().rewriteFilter(text, type, caller.firings());
        return FilterBinder.bind(
                FilterParser.parse(rewritten, limits), type, name -> unknown(caller, request, name, type));
    }

    /** Nothing has a value under an unknown name (RFC 7644 section 3.4.2.1); mostly it is a slip of the pen. */
    private static void unknown(Caller caller, ListRequest request, String name, ResourceType type) {
        boolean ofAnotherType = request.ofAllTypes()
                && caller.registry().resourceTypes().stream()
                        .anyMatch(
                                other -> AttributeResolver.resolve(other, name).isPresent());
        if (!ofAnotherType && !caller.dialect().tolerates(DialectRule.UNKNOWN_IN_FILTER, caller.firings())) {
            throw ScimException.of(
                    ErrorKind.INVALID_FILTER,
                    "The filter is wrong: a %s has no attribute %s, and the strict profile of this connection wants one%s."
                            .formatted(type.name(), Excerpt.of(name), meant(name, type)));
        }
    }

    /** An attribute of an extension needs its URN (RFC 7644 section 3.10). */
    private static String meant(String name, ResourceType type) {
        return type.extensions().stream()
                .map(extension -> extension.schema().id() + ":" + name)
                .filter(full -> AttributeResolver.resolve(type, full).isPresent())
                .findFirst()
                .map(full -> "; write " + full)
                .orElse("");
    }

    private static Sort sort(String name, boolean ascending, ResourceType type) {
        return SortBinder.bind(name, ascending, type)
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.INVALID_PATH, "sortBy names no attribute that a " + type.name() + " has."));
    }
}
