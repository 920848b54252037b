package io.sluice.gateway.control;

/** Names that stand in URLs. */
final class Slugs {

    private static final int LONGEST = 63;

    private Slugs() {}

    static boolean isSlug(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.startsWith("-") || text.endsWith("-")) {
            return false;
        }
        return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
