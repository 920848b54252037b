package io.sluice.core.kit;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.FilterBinder;
import io.sluice.core.filter.FilterLimits;
import io.sluice.core.filter.FilterParser;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Sort;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.AttributeResolver;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/** A search that is put together step by step; without any step it asks for the first thousand of the type. */
public record SearchRequest(
        Requests requests,
        ResourceType type,
        Optional<Filter> filter,
        Optional<Sort> sort,
        Page page,
        Include include) {

    private static final int ENOUGH = 1_000;

    static SearchRequest of(Requests requests, ResourceType type) {
        return new SearchRequest(
                requests, type, Optional.empty(), Optional.empty(), new Page.ByIndex(1, ENOUGH), Include.NOTHING);
    }

    public SearchRequest filter(String text) {
        return filter(bound(type, text));
    }

    public SearchRequest filter(Filter bound) {
        return new SearchRequest(requests, type, Optional.of(bound), sort, page, include);
    }

    public SearchRequest sortBy(String attribute, boolean ascending) {
        AttributePath path = AttributeResolver.resolve(type, attribute)
                .map(SearchRequest::withValue)
                .orElseThrow();
        return new SearchRequest(requests, type, filter, Optional.of(new Sort(path, ascending)), page, include);
    }

    public SearchRequest page(int startIndex, int count) {
        return page(new Page.ByIndex(startIndex, count));
    }

    public SearchRequest cursor(Optional<String> after, int count) {
        return page(new Page.ByCursor(after, count));
    }

    public SearchRequest include(Include wanted) {
        return new SearchRequest(requests, type, filter, sort, page, wanted);
    }

    public BackendRequest.Search build() {
        return new BackendRequest.Search(requests.context(), new SearchQuery(type, filter, sort, page, include));
    }

    private SearchRequest page(Page wanted) {
        return new SearchRequest(requests, type, filter, sort, wanted, include);
    }

    /** A complex attribute is sorted by its {@code value}. */
    private static AttributePath withValue(AttributePath path) {
        return path.leaf().isComplex()
                ? new AttributePath(
                        path.extension(), path.attribute(), path.attribute().subAttribute("value"))
                : path;
    }

    public static Filter bound(ResourceType type, String text) {
        return FilterBinder.bind(FilterParser.parse(text, FilterLimits.DEFAULT), type);
    }
}
