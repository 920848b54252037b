package io.sluice.core.filter;

import java.util.Set;

/**
 * What the parser accepts.
 *
 * @param tolerated forms accepted though the grammar does not have them; empty for the RFC's grammar exactly
 */
public record FilterSyntax(FilterLimits limits, Set<FilterTolerance> tolerated) {

    public static final FilterSyntax STRICT = new FilterSyntax(FilterLimits.DEFAULT, Set.of());
    public static final FilterSyntax TOLERANT =
            new FilterSyntax(FilterLimits.DEFAULT, Set.of(FilterTolerance.values()));

    public FilterSyntax {
        tolerated = Set.copyOf(tolerated);
    }
}
