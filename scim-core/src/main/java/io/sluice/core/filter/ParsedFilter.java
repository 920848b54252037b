package io.sluice.core.filter;

import java.util.Set;

/**
 * A filter that was read, and what had to be tolerated for it.
 *
 * @param used the tolerances without which the filter would have been refused
 */
public record ParsedFilter(FilterExpression expression, Set<FilterTolerance> used) {
    public ParsedFilter {
        used = Set.copyOf(used);
    }
}
