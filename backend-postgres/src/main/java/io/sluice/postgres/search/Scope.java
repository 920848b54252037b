package io.sluice.postgres.search;

import io.sluice.core.backend.SearchQuery;

/** Where a search says which tenant and type it is about. */
enum Scope {
    /** Once, for all of its conditions; indexes that begin with both answer it. */
    WHOLE {
        @Override
        String condition() {
            return "r.tenant = $1 AND r.type = $2";
        }

        @Override
        String within(String test) {
            return test;
        }
    },

    /**
     * Once, in a form that no index answers, and again in every test of an index that begins with both. The index over e-mails
     * does not begin with them but has the tenant in its keys; a planner that knows no better would intersect what it finds there
     * with all rows of the tenant.
     */
    EACH_TEST {
        @Override
        String condition() {
            return "r.tenant + 0 = $1 AND r.type || '' = $2";
        }

        @Override
        String within(String test) {
            return "(r.tenant = $1 AND r.type = $2 AND " + test + ")";
        }
    };

    static Scope of(SearchQuery query) {
        return query.filter()
                .filter(filter -> Reach.of(filter, query.type()) != Reach.ANY && Reach.asksForEmails(filter))
                .map(filter -> EACH_TEST)
                .orElse(WHOLE);
    }

    abstract String condition();

    abstract String within(String test);
}
