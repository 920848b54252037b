package io.sluice.postgres.search;

import java.util.Optional;

/** Texts that begin with a prefix are those from the prefix up to, not including, an end: by code point, as indexes order them. */
final class TextRange {

    private TextRange() {}

    /** The least text that is greater than all that begin with the prefix; empty when there is none. */
    static Optional<String> end(String prefix) {
        int[] codePoints = prefix.codePoints().toArray();
        for (int last = codePoints.length - 1; last >= 0; last--) {
            if (codePoints[last] < Character.MAX_CODE_POINT) {
                codePoints[last] = next(codePoints[last]);
                return Optional.of(new String(codePoints, 0, last + 1));
            }
        }
        return Optional.empty();
    }

    /** Surrogates are no characters of their own and cannot be stored. */
    private static int next(int codePoint) {
        int next = codePoint + 1;
        return next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next;
    }
}
