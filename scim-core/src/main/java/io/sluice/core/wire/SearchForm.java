package io.sluice.core.wire;

import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Sort;
import io.sluice.core.schema.ResourceType;

/** A list request. */
final class SearchForm {

    private static final int BY_INDEX = 0;
    private static final int BY_CURSOR = 1;

    private SearchForm() {}

    static void write(WireWriter out, SearchQuery query) {
        out.optional(query.filter(), filter -> FilterForm.write(out, filter)).optional(query.sort(), sort -> {
            PathForm.write(out, sort.path());
            out.flag(sort.ascending());
        });
        switch (query.page()) {
            case Page.ByIndex page ->
                out.number8(BY_INDEX).number(page.startIndex()).number(page.count());
            case Page.ByCursor page ->
                out.number8(BY_CURSOR).optional(page.after(), out::text).number(page.count());
        }
        write(out, query.include());
    }

    static SearchQuery read(WireReader in, ResourceType type) {
        return new SearchQuery(
                type,
                in.optional(() -> FilterForm.read(in, type)),
                in.optional(() -> new Sort(PathForm.read(in, type), in.flag())),
                page(in),
                include(in));
    }

    static void write(WireWriter out, Include include) {
        out.flag(include.groups()).flag(include.members());
    }

    static Include include(WireReader in) {
        return new Include(in.flag(), in.flag());
    }

    private static Page page(WireReader in) {
        int kind = in.number8();
        return switch (kind) {
            case BY_INDEX -> new Page.ByIndex((int) in.number(), (int) in.number());
            case BY_CURSOR -> new Page.ByCursor(in.optional(in::text), (int) in.number());
            default -> throw new WireException("A page of kind " + kind);
        };
    }
}
