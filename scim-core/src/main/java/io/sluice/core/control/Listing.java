package io.sluice.core.control;

import java.util.List;
import java.util.Optional;

/** A page of a list and where the next one begins. */
public record Listing<T>(List<T> items, Optional<String> nextCursor) {
    public Listing {
        items = List.copyOf(items);
    }
}
