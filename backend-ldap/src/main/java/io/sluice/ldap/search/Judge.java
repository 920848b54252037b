package io.sluice.ldap.search;

import com.unboundid.ldap.sdk.Entry;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.filter.Filter;
import io.sluice.core.resource.FilterEvaluator;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.ResourceView;
import io.sluice.core.resource.SortKey;
import io.sluice.core.schema.AttributePath;
import io.sluice.ldap.entry.Replies;
import io.sluice.ldap.entry.Resources;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether an entry that the directory found belongs to the result, and where. */
final class Judge {

    private final RequestContext context;
    private final SearchQuery query;
    private final Replies replies;
    private final Resources resources;
    private final boolean filtering;
    private final boolean membership;

    /**
     * @param filtering whether the directory may have found more than what matches
     */
    Judge(RequestContext context, SearchQuery query, boolean filtering, Replies replies, Resources resources) {
        this.context = context;
        this.query = query;
        this.replies = replies;
        this.resources = resources;
        this.filtering = filtering;
        this.membership =
                (filtering && query.filter().map(Judge::touchesMembership).orElse(false))
                        || query.sort().map(sort -> isMembership(sort.path())).orElse(false);
    }

    /** Whether entries are judged by their ids alone. */
    boolean needsOnlyIds() {
        return !filtering && query.sort().isEmpty();
    }

    /** Whether an entry can be judged without asking the directory again, while it is still answering. */
    boolean isSelfContained(Entry entry) {
        return needsOnlyIds()
                || (!membership && resources.references(entry, query.type()).isEmpty());
    }

    Optional<SortKey> judge(Entry entry) {
        if (needsOnlyIds()) {
            return Optional.of(new SortKey(Optional.empty(), resources.id(entry)));
        }
        ResourceView view = view(entry);
        if (filtering
                && !query.filter()
                        .map(filter -> FilterEvaluator.matches(filter, view))
                        .orElse(true)) {
            return Optional.empty();
        }
        return Optional.of(query.sort()
                .map(sort -> SortKey.of(sort, view))
                .orElseGet(() -> new SortKey(Optional.empty(), resources.id(entry))));
    }

    private ResourceView view(Entry entry) {
        return ResourceView.of(
                membership
                        ? replies.whole(context, query.type(), entry)
                        : replies.resource(context, query.type(), entry, new Membership.None()));
    }

    private static boolean touchesMembership(Filter filter) {
        return switch (filter) {
            case Filter.And and -> touchesMembership(and.terms().stream());
            case Filter.Or or -> touchesMembership(or.terms().stream());
            case Filter.Not not -> touchesMembership(not.term());
            case Filter.Comparison comparison -> isMembership(comparison.path());
            case Filter.Present present -> isMembership(present.path());
            case Filter.Elements elements -> isMembership(elements.path());
            case Filter.Constant ignored -> false;
        };
    }

    private static boolean touchesMembership(Stream<Filter> filters) {
        return filters.anyMatch(Judge::touchesMembership);
    }

    private static boolean isMembership(AttributePath path) {
        String name = path.attribute().name();
        return path.extension().isEmpty() && (name.equals("groups") || name.equals("members"));
    }
}
