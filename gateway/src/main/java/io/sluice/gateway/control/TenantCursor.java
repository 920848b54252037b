package io.sluice.gateway.control;

/** Where a page of tenants ended, as it stands in an address: no slug has a dot, so that a slug alone is none of these. */
final class TenantCursor {

    private static final String AFTER = "after.";

    private TenantCursor() {}

    static boolean isOne(String text) {
        return text.startsWith(AFTER) && Slugs.isSlug(slug(text));
    }

    static String slug(String cursor) {
        return cursor.substring(AFTER.length());
    }

    static String after(String slug) {
        return AFTER + slug;
    }
}
