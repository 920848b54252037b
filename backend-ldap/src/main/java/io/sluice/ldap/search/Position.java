package io.sluice.ldap.search;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.CaseFolding;
import io.sluice.core.resource.SortKey;
import java.util.Arrays;
import java.util.List;

/**
 * Where a page ended, in a way that finds its place also in a newer snapshot.
 *
 * @param index of the first resource after it
 * @param lastIds the last resources of the page, the very last one first: who of them is still there tells the place, also
 *     when the others were deleted meanwhile
 */
record Position(int index, List<String> lastIds) {

    private static final int REMEMBERED = 8;
    private static final String SEPARATOR = ",";

    Position {
        lastIds = List.copyOf(lastIds);
    }

    /** The position before index {@code to}, which is 1 or more. */
    static Position before(int to, List<SortKey> hits) {
        return new Position(
                to,
                hits.subList(Math.max(0, to - REMEMBERED), to).reversed().stream()
                        .map(SortKey::id)
                        .toList());
    }

    static Position parse(String text) {
        int separator = text.indexOf(':');
        try {
            if (separator > 0) {
                return new Position(
                        Integer.parseInt(text.substring(0, separator)),
                        Arrays.asList(text.substring(separator + 1).split(SEPARATOR)));
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw ScimException.of(ErrorKind.INVALID_CURSOR, "The cursor is not one that was given out.");
    }

    String text() {
        return index + ":" + String.join(SEPARATOR, lastIds);
    }

    /** The index of what follows the last resource, or where it would be. */
    int in(List<SortKey> hits, boolean orderedById) {
        if (index > 0 && index <= hits.size() && hits.get(index - 1).id().equals(lastIds.getFirst())) {
            return index;
        }
        List<String> ids = hits.stream().map(SortKey::id).toList();
        if (orderedById) {
            return firstAfter(ids);
        }
        for (String id : lastIds) {
            int found = ids.indexOf(id);
            if (found >= 0) {
                return found + 1;
            }
        }
        return Math.min(index, ids.size());
    }

    private int firstAfter(List<String> ids) {
        int i = 0;
        while (i < ids.size() && CaseFolding.CODE_POINT_ORDER.compare(ids.get(i), lastIds.getFirst()) <= 0) {
            i++;
        }
        return i;
    }
}
