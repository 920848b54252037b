package io.sluice.ldap.search;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.SortKey;
import java.util.Comparator;
import java.util.List;

/**
 * Where a page ended, in a way that finds its place also in a newer snapshot, whoever was deleted or came meanwhile.
 *
 * @param index of the first resource after it
 * @param last the last resource of the page and what it was sorted by
 */
record Position(int index, SortKey last) {

    private static final char SEPARATOR = ':';

    /** The position before index {@code to}, which is 1 or more. */
    static Position before(int to, List<SortKey> hits) {
        return new Position(to, hits.get(to - 1));
    }

    static Position parse(String text) {
        int first = text.indexOf(SEPARATOR);
        int second = text.indexOf(SEPARATOR, first + 1);
        try {
            if (first > 0 && second > first) {
                return new Position(
                        Integer.parseInt(text.substring(0, first)),
                        new SortKey(SortedBy.parse(text.substring(second + 1)), text.substring(first + 1, second)));
            }
        } catch (RuntimeException e) {
            // Answered below.
        }
        throw ScimException.of(ErrorKind.INVALID_CURSOR, "The cursor is not one that was given out.");
    }

    String text() {
        return index + String.valueOf(SEPARATOR) + last.id() + SEPARATOR + SortedBy.text(last.form());
    }

    /**
     * The index of what follows the last resource, or where it would be.
     *
     * @param order in which the hits are
     */
    int in(List<SortKey> hits, Comparator<SortKey> order) {
        if (index > 0 && index <= hits.size() && hits.get(index - 1).id().equals(last.id())) {
            return index;
        }
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(hits.get(middle), last) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
