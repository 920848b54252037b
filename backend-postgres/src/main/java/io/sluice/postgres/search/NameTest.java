package io.sluice.postgres.search;

import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.postgres.document.KeyText;
import java.util.Optional;

/** {@code userName eq "..."}: what identity providers ask before every create. */
final class NameTest {

    private NameTest() {}

    /** The key of the one user whom the query may find; empty when it asks for anything else. */
    static Optional<String> only(SearchQuery query) {
        return query.type().isUser() && begins(query.page())
                ? query.filter().flatMap(NameTest::only)
                : Optional.empty();
    }

    private static boolean begins(Page page) {
        return switch (page) {
            case Page.ByIndex index -> true;
            case Page.ByCursor cursor -> cursor.after().isEmpty();
        };
    }

    private static Optional<String> only(Filter filter) {
        return filter instanceof Filter.Comparison comparison
                        && comparison.operator() == Operator.EQ
                        && comparison.path().extension().isEmpty()
                        && IndexedTests.name(comparison.path()).equals("userName")
                        && comparison.literal() instanceof Literal.Text text
                ? Optional.of(KeyText.of(text.normal()))
                : Optional.empty();
    }
}
