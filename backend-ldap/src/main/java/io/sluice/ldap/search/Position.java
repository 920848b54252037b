package io.sluice.ldap.search;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.CaseFolding;
import io.sluice.core.resource.SortKey;
import java.util.List;

/**
 * Where a page ended, in a way that finds its place also in a newer snapshot.
 *
 * @param index of the first resource after it
 * @param lastId the last resource of the page
 */
record Position(int index, String lastId) {

    static Position parse(String text) {
        int separator = text.indexOf(':');
        try {
            if (separator > 0) {
                return new Position(Integer.parseInt(text.substring(0, separator)), text.substring(separator + 1));
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw ScimException.of(ErrorKind.INVALID_CURSOR, "The cursor is not one that was given out.");
    }

    String text() {
        return index + ":" + lastId;
    }

    /** The index of what follows the last resource, or where it would be. */
    int in(List<SortKey> hits, boolean orderedById) {
        if (index > 0 && index <= hits.size() && hits.get(index - 1).id().equals(lastId)) {
            return index;
        }
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).id().equals(lastId)) {
                return i + 1;
            }
        }
        return orderedById ? firstAfter(hits) : Math.min(index, hits.size());
    }

    private int firstAfter(List<SortKey> hits) {
        int i = 0;
        while (i < hits.size()
                && CaseFolding.CODE_POINT_ORDER.compare(hits.get(i).id(), lastId) <= 0) {
            i++;
        }
        return i;
    }
}
