package io.sluice.postgres.search;

import io.sluice.core.backend.Page;
import io.sluice.core.backend.SearchQuery;
import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.document.KeyText;
import io.sluice.postgres.document.StoredForm;
import io.sluice.postgres.read.MatchKey;
import io.sluice.postgres.read.MembershipColumns;
import java.util.Optional;

/** {@code userName eq "..."} and its like: what identity providers ask before every create. */
final class Match {

    private Match() {}

    /** The key that is all the query asks for; empty when it asks for anything else, or for the members of groups. */
    static Optional<MatchKey> of(int tenant, SearchQuery query) {
        boolean shared = MembershipColumns.of(query.type(), query.include()) != MembershipColumns.MEMBERS;
        return shared && begins(query.page())
                ? query.filter().flatMap(filter -> of(tenant, query.type(), filter))
                : Optional.empty();
    }

    private static boolean begins(Page page) {
        return switch (page) {
            case Page.ByIndex index -> true;
            case Page.ByCursor cursor -> cursor.after().isEmpty();
        };
    }

    private static Optional<MatchKey> of(int tenant, ResourceType type, Filter filter) {
        return filter instanceof Filter.Comparison comparison
                        && comparison.operator() == Operator.EQ
                        && comparison.path().extension().isEmpty()
                        && comparison.literal() instanceof Literal.Text text
                ? of(tenant, type, IndexedTests.name(comparison.path()), text.normal())
                : Optional.empty();
    }

    private static Optional<MatchKey> of(int tenant, ResourceType type, String attribute, String value) {
        return switch (attribute) {
            case "userName" -> type.isUser() ? Optional.of(new MatchKey.Name(KeyText.of(value))) : Optional.empty();
            case "externalId" -> Optional.of(new MatchKey.ExternalId(KeyText.of(value)));
            case "emails.value" ->
                type.isUser() ? Optional.of(new MatchKey.Email(StoredForm.emailKey(tenant, value))) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
