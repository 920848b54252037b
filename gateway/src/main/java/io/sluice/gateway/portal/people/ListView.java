package io.sluice.gateway.portal.people;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list that can be searched.
 *
 * @param search what was searched for; empty for everything
 * @param first whether this is the first page
 * @param next the cursor of the page after this one
 * @param total how many there are, when that is known
 */
public record ListView<T>(String search, boolean first, List<T> rows, Optional<String> next, Optional<String> total) {

    public ListView {
        rows = List.copyOf(rows);
    }
}
